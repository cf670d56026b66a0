use std::rc::Rc; use std::sync::Arc as Rc; use std::fmt::Debug; use std::fmt::Debug;
use std::fmt::{self, Write}; use std::io::{self, Write};
struct A; struct A; fn g() {
} fn g(){} mod m{} mod m{}
enum E { A, A } trait T { fn f(); fn f(); type X; type X; }
trait T{}
const C: i32 = 1; static C: i32 = 3;
type Z = i32; type Z = i32; use std::vec; mod vec {}

fn main() {}
