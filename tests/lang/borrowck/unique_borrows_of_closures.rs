fn set(x: &mut i32) {
    *x = 1;
}
fn a(x: &mut i32) {
    let mut c1 = || set(x);
    let mut c2 = || set(x);
    c2();
    c1();
}
fn b(x: &mut i32) {
    let mut c1 = || *x = 1;
    let r = &mut *x;
    *r = 2;
    c1();
}
fn c(x: &mut i32) {
    let r = &mut *x;
    let mut c1 = || *x = 1;
    c1();
    *r = 3;
}
fn d(x: &mut i32) {
    let mut c1 = || *x = 1;
    println!("{}", x);
    c1();
}
fn e(x: &mut i32) {
    let mut c1 = || *x = 1;
    let y = &*x;
    c1();
    println!("{}", y);
}
fn f(x: &mut Vec<i32>) {
    let mut c = || x.push(1);
    x.push(2);
    c();
}
fn g(x: &mut Vec<i32>) {
    let mut v: Vec<Box<dyn FnMut()>> = vec![];
    for _ in 0..2 {
        v.push(Box::new(|| x.push(1)));
    }
}
struct S<'a> {
    r: &'a mut i32,
}
fn h(s: S) {
    let mut c = || *s.r = 1;
    *s.r = 2;
    c();
}
fn i(s: &mut S) {
    let c1 = || *s.r;
    let mut c2 = || *s.r = 1;
    c2();
    println!("{}", c1());
}
fn main() {}
