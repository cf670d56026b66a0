// The value of an attribute is a literal; attribute macros stand on items, statements and expressions alone.
#[rustfmt::skip = 1 + 1]
fn c() {}
#[allow = foo]
fn d() {}
#[doc = concat!("a", "b")]
fn b() {}
struct Foo<T> {
    #[derive(PartialEq, Clone)]
    b: T,
    #[inline]
    c: i32,
}
enum E {
    #[derive(Debug)]
    A,
}
fn f(#[derive(Debug)] x: i32) {}
fn g() {
    match 1 {
        #[derive(Clone)]
        _ => {}
    }
}
#[deny(false)]
fn h() {}
#[allow(unused, reason = "x", dead_code)]
fn i() {}
fn main() {}
