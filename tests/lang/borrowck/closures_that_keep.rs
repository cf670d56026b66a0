//! Closures that keep, return or give away what they borrow and are given.
#![allow(warnings)]
use std::cell::*;
use std::collections::HashMap;
use std::fmt::Debug;
use std::rc::Rc;
struct P<'a> {
    v: Vec<&'a i32>,
    o: Option<&'a mut i32>,
    s: String,
}
fn c1<'a>(v: &mut Vec<&'a i32>) {
    let c = |q: &i32| v.push(q);
    let d = |q: &'a i32| q;
}
fn c2<'a>(p: &mut P<'a>) {
    let c = |q: &i32| p.v.push(q);
}
fn c3<'a>(p: P<'a>, x: &i32) {
    let mut p = p;
    let mut c = || p.v.push(x);
    c();
}
fn c4<'a>(p: &mut P<'a>, x: &i32) {
    let mut c = || p.v.push(x);
    c();
}
fn c5<'a>(p: &'a mut P<'a>) {
    let mut c = || {
        let q: &mut P<'_> = p;
        q.s.push('a');
    };
    c();
    c();
    p.s.len();
}
fn c6(x: &mut i32) {
    let mut o = None;
    let mut c = |y: &mut i32| {
        o = Some(y);
    };
    c(x);
}
fn c8<'a>(x: &'a mut i32) -> impl FnMut() -> &'a mut i32 {
    move || x
}
fn c9<'a>(x: &'a mut i32) -> impl FnOnce() -> &'a mut i32 {
    move || x
}
fn c10(s: String) -> impl Fn() -> &'static str {
    move || &s
}
fn c11(s: String) {
    let c = || -> &str { &s };
    let d = || &s[..];
    let e = || s.as_str();
    let f = move || -> &str { &s };
}
fn c12() {
    let mut s = String::new();
    let mut c = || -> &mut String { &mut s };
    c().push('a');
    c().push('b');
}
fn c13() {
    let mut v = vec![1];
    let mut c = || v.iter_mut();
    c();
    let mut d = |i: usize| &mut v[i];
    d(0);
}
fn c14() {
    let x = Cell::new(None);
    let c = |y: &i32| x.set(Some(y));
    let z = RefCell::new(vec![]);
    let d = |y: &i32| z.borrow_mut().push(y);
}
fn c15<F>(f: F)
where
    F: Fn(&i32) -> &i32,
{
}
fn c16() {
    let y = 1;
    c15(|x| &y);
    c15(|x| {
        let z = 1;
        &z
    });
    c15(|x| x);
    c15(|_| &2);
    let mut w = &1;
    c15(|x| {
        w = x;
        x
    });
}
fn c17<F: FnOnce(&mut Vec<i32>)>(f: F) {}
fn c18() {
    let mut r: Option<&mut Vec<i32>> = None;
    c17(|v| r = Some(v));
    let mut q: &i32 = &1;
    c17(|v| q = &v[0]);
    c17(|v| v.push(1));
}
fn c19<T>(f: impl Fn(&str) -> T) -> T {
    f("a")
}
fn c20() {
    let a = c19(|s| s.len());
    let b = c19(|s| s.to_string());
    let c = c19(|s| s);
    let d: &str = c19(|s| &s[1..]);
}
fn c21(f: &mut dyn FnMut(&str)) {}
fn c22() {
    let mut v = vec![];
    c21(&mut |s| v.push(s));
    let mut l = 0;
    c21(&mut |s| l += s.len());
    let mut w: Vec<String> = vec![];
    c21(&mut |s| w.push(s.into()));
    l += 1;
}
fn c23<'a>(m: &'a mut HashMap<&'a str, i32>, k: &str) {
    m.entry(k).or_insert(1);
    let c = |k: &'a str| {
        m.insert(k, 1);
    };
}
fn c24<'a, 'b>(a: &'a str, b: &'b str) -> Box<dyn Fn() -> &'a str + 'b> {
    Box::new(move || a)
}
fn c25<'a, 'b: 'a>(a: &'a str, b: &'b str) -> Box<dyn Fn(&'b str) -> &'a str + 'a> {
    Box::new(move |x| if x.len() > 1 { a } else { x })
}
fn c26<'a>(a: &'a str) -> Box<dyn Fn(&str) -> &'a str + 'a> {
    Box::new(move |x| if x.len() > 1 { a } else { x })
}
fn c27<T: Debug>(t: T) -> Box<dyn Fn() -> String> {
    Box::new(move || format!("{:?}", t))
}
fn c28<T: Debug>(t: &T) -> impl Fn() -> String {
    move || format!("{:?}", t)
}
fn c29<T: Debug>(t: &T) -> impl Fn() -> String + 'static {
    move || format!("{:?}", t)
}
fn c30<T>(t: T) {
    std::thread::spawn(move || {
        let _x = t;
    });
}
fn c31<T: Send>(t: &T) {
    std::thread::spawn(move || {
        let _x = t;
    });
}
fn c32<'a, T: Send + 'static>(t: &'a T) {
    std::thread::spawn(move || {
        let _x = t;
    });
}
fn c33() {
    let s = String::new();
    let r = &s;
    std::thread::scope(|sc| {
        sc.spawn(|| r.len());
        sc.spawn(|| s.len());
        let t = String::new();
        sc.spawn(|| t.len());
        let x = 1;
        sc.spawn(move || x);
    });
}
fn main() {}
