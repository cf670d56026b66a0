//! Fn closures that change what they capture: what could accept or return them instead.
#![allow(unused)]
fn call<F: Fn()>(f: F) {}
fn two<F: Fn()>(x: i32, f: F) -> F {
    f
}
struct S;
impl S {
    fn m<F: Fn()>(&self, f: F) {}
    fn n(f: impl Fn()) {}
    fn o(&self) -> impl Fn() {
        let mut y = 1;
        move || y += 1
    }
}
fn a(mut x: i32, mut s: String) {
    call(|| x += 1);
    two(1, || s.push('a'));
    S.m(|| x = 2);
    S::n(|| s.clear());
    S::m(&S, || x = 3);
}
fn b() -> impl Fn() {
    let mut x = 1;
    move || x += 1
}
fn c() -> Box<dyn Fn()> {
    let mut x = 1;
    Box::new(move || x += 1)
}
fn d() -> Box<dyn Fn()> {
    let mut x = 1;
    return Box::new(move || x += 1);
}
fn e() -> Box<dyn Fn()> {
    let mut x = 1;
    let f: Box<dyn Fn()> = Box::new(move || x += 1);
    f
}
fn g(b: bool) -> Option<Box<dyn Fn()>> {
    let mut x = 1;
    if b { None } else { Some(Box::new(move || x += 1)) }
}
fn h() -> impl Fn() -> Box<dyn Fn()> {
    || {
        let mut x = 1;
        Box::new(move || x += 1)
    }
}
fn i(v: &mut Vec<Box<dyn Fn()>>) {
    let mut x = 1;
    v.push(Box::new(move || x += 1));
}
trait T {
    fn t(&self, f: &dyn Fn());
}
fn j(t: &dyn T) {
    let mut x = 1;
    t.t(&|| x += 1);
}
fn k(s: &mut String) {
    let mut f = || &mut *s;
    f();
}
fn main() {}
