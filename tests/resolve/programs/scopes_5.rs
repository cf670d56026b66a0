mod a { pub fn f() {} pub struct S; pub mod inner { pub fn g() {} } pub enum E { V } } mod b { pub fn f() {} pub struct S; }
use a::*; use b::*;
fn main() { f(); S; let x: S; inner::g(); }
