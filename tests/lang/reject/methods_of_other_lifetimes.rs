//! Methods whose lifetimes don't do what the trait's promise.
#![allow(unused)]
struct S; struct W<'a>(&'a u8);
trait J { fn a(&self) -> &'static i32; fn b(&self, x: &str) -> &'static str; fn c<'a>(&self, x: &'a str) -> &'a str; fn d<'a>(&'a self, x: &str) -> &'a str; fn e(&self, x: &'static str); fn f(x: W<'_>, y: &str) -> W<'static>; fn g<'a>(x: &'a str, y: &str, z: &str) -> &'a str; fn h(&self, x: &str) -> Box<dyn Fn(&str) -> &str>; fn i<'a>(x: &'a mut &'a u8); fn j<'a, 'b>(x: &'a &'b u8) -> &'b u8; fn k(f: for<'a> fn(&'a u8) -> &'a u8); fn l(f: &dyn for<'a> Fn(&'a u8)); fn m<'a>(f: &'a dyn Fn(&'a u8)); }
impl J for S { fn a(&self) -> &i32 { &1 } fn b(&self, x: &str) -> &str { "" } fn c<'a>(&self, x: &'a str) -> &str { "" } fn d(&self, x: &str) -> &str { "" } fn e(&self, x: &str) {} fn f(x: W<'_>, y: &str) -> W<'_> { x } fn g<'a>(x: &str, y: &'a str, z: &str) -> &'a str { y } fn h(&self, x: &str) -> Box<dyn Fn(&str) -> &'static str> { panic!() } fn i(x: &mut &u8) {} fn j<'a, 'b>(x: &'a &'b u8) -> &'a u8 { x } fn k(f: fn(&'static u8) -> &u8) {} fn l(f: &dyn Fn(&'static u8)) {} fn m(f: &dyn Fn(&u8)) {} }
fn main() {}
