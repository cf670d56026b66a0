mod a { struct P; pub struct T(i32); fn f(){} pub mod b { pub(super) fn g(){} } pub struct S { x: i32 } pub enum E { A } use std::fmt::Debug; }
fn f(){ let p = a::P; a::f(); let t = a::T(1); a::b::g(); let a::T(x) = t; let _: a::Debug; }
use a::P; use a::b::g;

fn main() {}
