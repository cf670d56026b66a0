//! A bound by a trait that is not there: the items are checked to their end, and no body is.
struct Q1<'a, T> { x: &'a i32 }
fn g() { let x: i32 = ""; }
mod m { pub struct S<T>(u8); fn z() { let x: u8 = ""; } pub struct Bad(pub [u8]); pub struct Bad2([u8], u8); }
struct H<T: Foo>(T);
fn i() { let x: u8 = ""; }
struct Q3<T> { x: i32 }
fn main() { let s = String::new(); let t = s; let u = s; }
