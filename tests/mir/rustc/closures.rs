//! Closures and what they capture or only look at.
#![crate_type = "lib"]
struct D(i32);
impl Drop for D {
    fn drop(&mut self) {}
}
fn a() {
    let x = 1;
    let c = || x + 1;
    let y = c();
}
fn b() {
    let mut x = 1;
    let mut c = || x += 1;
    c();
    c();
}
fn m() {
    let d = D(1);
    let c = move || {
        let e = &d;
        e.0
    };
    c();
}
fn o() {
    let d = D(1);
    let c = || {
        let e = d;
    };
    c();
}
fn p(v: (D, D)) {
    let c = || {
        let e = &v.0;
    };
    c();
}
fn q(v: &mut (i32, i32)) {
    let mut c = || {
        v.0 = 1;
    };
    c();
    v.1 = 2;
}
fn n() {
    let mut x = 1;
    let mut c = || {
        let mut d = || x += 1;
        d();
    };
    c();
}
fn w() {
    let t = (D(1), 2);
    let c = || {
        let _ = t;
    };
    c();
}
fn ap<F: Fn(i32, i32) -> i32>(f: F) -> i32 {
    f(1, 2)
}
fn u() {
    ap(|a, b| a + b);
}
