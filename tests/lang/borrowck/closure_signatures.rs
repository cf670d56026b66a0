//! The lifetimes that a closure names in its signature are those of the function around it.
#![allow(warnings)]
fn r1<'a, 'b>(x: &'a i32, y: &'b i32) {
    let c = |q: &'a i32| -> &'b i32 { q };
}
fn r2<'a, 'b>(x: &'a i32, y: &'b i32) {
    let c = |q: &'a i32| {
        let z: &'b i32 = q;
    };
}
fn r3<'a, 'b>(x: &'a i32, y: &'b i32) {
    let c = |q: &'a i32| {};
    c(y);
    c(x);
}
fn r4<'a, 'b>(x: &'a i32, y: &'b i32) {
    let c = |q: &'a i32, r: &'b i32| {
        if true {
            q
        } else {
            r
        }
    };
    c(x, y);
}
fn r5<'a, 'b>(x: &'a i32, y: &'b i32) {
    let c = |q| -> &'b i32 { q };
    c(y);
    c(x);
}
fn r6<'a, 'b>(x: &'a i32, y: &'b i32) {
    let c = || -> &'b i32 { x };
}
fn r7<'a, 'b>(x: &'a i32, y: &'b i32) {
    let c = |q: &'static i32| q;
    c(x);
    c(&1);
    let z = 1;
    c(&z);
}
fn r8<'a, 'b>(x: &'a i32, y: &'b i32) {
    let c = || -> &'static i32 { &1 };
    let d = || -> &'static i32 { x };
}
fn r9<'a, 'b>(x: &'a i32) {
    let c = |q: &'a mut Vec<&'a i32>| q.push(x);
    let z = 1;
    let mut v = vec![&z];
    c(&mut v);
}
fn r10<'a>(x: &'a i32) {
    let c = |q: &'a i32| -> &'a i32 { q };
    let z = 1;
    c(&z);
}
fn r11<'a>(x: &'a i32) -> &'a i32 {
    let c = |q: &i32| -> &'a i32 { q };
    c(x)
}
fn r12<'a>(x: &'a i32) -> impl Fn(&'a i32) -> &'a i32 {
    |q: &'a i32| -> &'a i32 { q }
}
fn r13<'a, 'b>(x: &'a i32) -> Box<dyn Fn(&'a i32) -> &'b i32 + 'a> {
    Box::new(|q: &'a i32| -> &'b i32 { q })
}
fn r14<'a, 'b: 'a>(x: &'a i32, y: &'b i32) {
    let c = |q: &'a i32| -> &'b i32 { q };
    let d = |q: &'b i32| -> &'a i32 { q };
}
fn r15<'a, 'b, T: 'a>(x: &'a T, y: &'b i32) {
    let c = |q: &'b T| {};
    let d = |q: &'a T| -> Option<&'b T> { None };
}
struct S<'a>(&'a i32);
impl<'a> S<'a> {
    fn m<'b>(&'b self) {
        let c = |s: S<'a>| -> S<'b> { s };
        let d = |s: S<'b>| -> S<'a> { s };
        let e = |s: &'b Self| -> &'a Self { s };
    }
}
fn r16<'a, 'b>(x: &'a i32, y: &'b i32) {
    let c = move |q: &'a i32| {
        let d = |r: &'b i32| -> &'a i32 { r };
        d(q);
        d(x)
    };
}
fn r17<'a>(v: &'a mut Vec<&'a i32>) {
    let c = |q: &i32| v.push(q);
    let d = |q: &'a i32| q;
}
fn main() {}
