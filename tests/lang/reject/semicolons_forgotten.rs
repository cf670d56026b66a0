//! Semicolons that are missing at the ends of lines, and variables that nothing gives a type.

mod a {
    use super::*

    #[test]
    fn f() {}
}
const X: u8 = 1
#[inline]
fn g() {}
type T = u8
#[derive(Clone)]
struct S;
trait U {
    fn f()
    #[inline]
    fn g();
    type A
    type B;
    const C: u8
    fn h(&self)
}
struct V(u8)
#[derive(Clone)]
struct W;
extern crate std
fn unknown() {
    let x;
    println!("{}", x);
    let y = 1
    #[allow(unused)]
    let z = 2;
}
fn main() {
    return 1
    #[allow(unused)]
    fn i() {}
}
