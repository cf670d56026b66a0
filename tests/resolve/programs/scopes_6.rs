mod a { pub fn f() {} } mod b { pub fn f() {} } 
mod c { pub use super::a::*; pub use super::b::*; fn g() { f(); } pub fn ok() {} } use c::*; use c::f; fn main() { ok(); f(); c::f(); }
