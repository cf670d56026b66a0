#![deny(missing_docs, missing_debug_implementations, missing_copy_implementations)]
#![crate_type = "lib"]
//! crate docs
/// ok
pub struct A { pub a: i32, b: i32 }
pub struct B { pub x: i32 }
pub enum C { X, Y(i32), /** d */ Z { f: i32 } }
pub fn f() {}
fn p() {}
/// d
pub trait T { fn m(); fn n() {} type X; const K: i32; }
pub trait U { }
impl A { pub fn g() {} fn h() {} /// d
 pub fn i() {} pub const J: i32 = 1; }
pub const K: i32 = 1; pub static S: i32 = 1; pub type Al = i32; pub mod mm { pub fn in_() {} pub struct Q; }
mod priv_ { pub struct R { pub z: i32 } pub fn re() {} pub enum En { V } }
pub use priv_::{R, re};
#[allow(missing_docs)] pub mod al { pub fn x() {} }
#[doc(hidden)] pub mod hid { pub fn x() {} pub struct Y; }
#[macro_export] macro_rules! mac { () => {} }
macro_rules! nomac { () => {} }
pub union Un { a: i32 }
#[derive(Debug, Clone, Copy)] pub struct Deb;
#[derive(Debug)] pub struct NotCopy(i32);
pub struct HasString(String); pub struct Gen<T>(T); pub struct HasDrop; impl Drop for HasDrop { fn drop(&mut self) {} } pub struct Ph<'a>(&'a i32); pub struct Mu<'a>(&'a mut i32);
#[derive(Debug)] pub enum E2 { /// s
 A }
impl T for A { fn m() {} type X = i32; const K: i32 = 1; }
impl std::fmt::Debug for B { fn fmt(&self, _: &mut std::fmt::Formatter) -> std::fmt::Result { Ok(()) } }
pub async fn asy() {} pub unsafe fn uns() {} extern "C" { pub fn ext(); pub static ES: i32; }
#[doc = "x"] pub struct Doc; pub(crate) fn pc() {} pub(crate) struct Pc;
pub struct It(i32); impl Iterator for It { type Item = i32; fn next(&mut self) -> Option<i32> { None } }
