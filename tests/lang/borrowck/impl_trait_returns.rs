//! What is returned as `impl Trait`: what must outlive what, and what is captured (E0597, E0700).
#![allow(warnings)]
use std::fmt::Debug;
fn d16() -> impl Iterator<Item = char> {
    let s = String::new();
    s.chars()
}
fn d17(x: bool) -> impl Iterator<Item = char> {
    let s = String::new();
    if x {
        return s.chars();
    }
    s.chars()
}
fn d18<'a>(x: &'a str) -> impl Iterator<Item = char> + 'a {
    let s = String::new();
    let r = s.chars();
    r
}
fn d20() -> (impl Debug, impl Debug) {
    let s = String::new();
    (1, s.chars())
}
fn d21() -> Option<impl Debug> {
    let s = String::new();
    let t = Some(s.as_str());
    t
}
fn d22() -> impl Debug {
    let s = String::new();
    N(&s)
}
fn d23() -> impl Debug {
    let s = String::new();
    &s
}
#[derive(Debug)]
struct N<'a>(&'a str);
struct H<T>(T);
trait Q {}
impl<T> Q for H<T> {}
fn e1<'a>(x: &'a str) -> impl Q + 'static {
    H(x)
}
fn e2(x: &str, b: bool) -> impl Q + 'static {
    if b {
        return H(x);
    }
    H(x)
}
fn e3<'a>(x: std::cell::Cell<&'a i32>) -> impl Q + use<> {
    H(x)
}
fn e4<'a>(x: std::cell::Cell<&'a i32>, b: bool) -> impl Q + use<> {
    if b {
        return H(x);
    }
    H(x)
}
fn e5<'a>(x: &'a str) -> impl Q + use<> {
    H(x)
}
fn e6<'a, 'b>(x: &'a str, y: &'b str) -> impl Q + use<'a> {
    H((x, y))
}
fn e7<'a, 'b>(x: &'a str, y: &'b str) -> impl Q + use<'a> {
    H(if x.len() > 1 { x } else { y })
}
fn e8(x: &str) -> Box<impl Q + use<>> {
    Box::new(H(x))
}
fn e9<'a>(x: &'a str) -> impl Q {
    let s = String::new();
    H((x, s.as_str()))
}
fn e10<T: Debug>(t: &T) -> impl Q + use<T> {
    H(t)
}
fn e11(x: &str) -> impl Fn() -> usize + use<> {
    move || x.len()
}
fn e12(x: &mut String) -> impl FnMut() + use<> {
    || x.push('a')
}
fn g5<'a>(x: &'a str) -> impl Q + use<> {
    let s = String::new();
    drop(s);
    s.len();
    let r;
    {
        let t = 1;
        r = &t;
    }
    *r;
    H(x)
}
fn g9<'a>(x: &'a str) -> impl Q {
    let s = String::new();
    H((x, s.as_str()))
}
fn g10<'a>(x: &'a str) -> impl Q {
    let s = String::new();
    H((s.as_str(), x))
}
fn g11<'a>(x: &'a str) -> impl Q + 'static {
    let s = String::new();
    H((s.as_str(), x))
}
fn g12<'a>(x: &'a str) -> impl Q + 'a {
    let s = String::new();
    H((s.as_str(), x))
}
fn g13<'a, 'b>(x: &'a str, y: &'b str) -> impl Q + 'a {
    let s = String::new();
    H((s.as_str(), x, y))
}
fn g14<'a, 'b>(x: &'a str, y: &'b str) -> impl Q + 'a {
    H((x, y))
}
fn g15<'a, 'b, 'c>(x: &'a str, y: &'b str, z: &'c str) -> impl Q + 'a {
    H((x, y, z))
}
fn g16<'a, 'b, 'c>(x: &'a str, y: &'b str, z: &'c str) -> impl Q + 'a {
    if x.len() > 1 {
        return H((x, y));
    }
    H((x, z))
}
fn main() {}
