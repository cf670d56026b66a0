#![crate_type = "lib"]
#![deny(dead_code)]
pub fn unused_pub() { a() }
fn a() {}
fn b() {}
pub struct S { pub x: i32, y: i32 }
struct T(i32, u8, ());
pub mod m { pub fn inner() {} fn q() {} pub(crate) fn w() {} pub struct M { pub a: i32, b: i32 } }
mod p { pub fn exported() {} pub fn not() {} pub struct R; impl R { pub fn meth(&self) {} fn pm(&self) {} } }
pub use p::exported;
pub fn r() -> p::R { p::R }
pub trait Tr { fn f(); }
trait Priv { fn f(); }
impl Tr for S { fn f() {} }
impl S { pub fn a(&self) {} fn b(&self) {} }
pub enum E { A, B(i32) }
#[no_mangle] fn nm() {}
