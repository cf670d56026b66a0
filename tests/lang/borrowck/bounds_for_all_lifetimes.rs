//! Bounds that must hold for all lifetimes, of functions, closures, objects, parameters and types that are written.
#![allow(unused)]
use std::fmt::Debug;
fn any<F: for<'a> Fn(&'a i32) -> &'a i32>(f: F) {} fn any2<F: Fn(&i32) -> &i32>(f: F) {} fn one<'a, F: Fn(&'a i32) -> &'a i32>(f: F, x: &'a i32) {} fn mu<F>(f: F) where F: for<'x, 'y> Fn(&'x i32, &'y i32) -> &'x i32 {} fn s<F: Fn(&'static i32)>(f: F) {} fn bo(f: Box<dyn for<'a> Fn(&'a str) -> &'a str>) {} fn fp(f: for<'a> fn(&'a str) -> &'a str) {} fn fps(f: fn(&'static str) -> &'static str) {}
fn id<'a>(x: &'a i32) -> &'a i32 { x } fn st(x: &'static i32) -> &'static i32 { x } fn early<'a>(x: &'a i32) -> &'a i32 where 'a: 'a { x } fn sid<'a>(x: &'a str) -> &'a str { x } fn sst(x: &'static str) -> &'static str { x } fn tos(x: &str) -> &'static str { "" } fn f2<'a>(x: &'a i32, y: &i32) -> &'a i32 { x } fn f3<'a>(x: &'a i32, y: &'a i32) -> &'a i32 { y } fn gen<T>(x: T) -> T { x }
fn t1() { any(id); any(st); any(early); any(gen); any(|x| x); any2(|x| x); any2(|x: &i32| x); any(|x: &i32| -> &i32 { x }); let c = |x| x; any(c); let d = |x: &i32| x; any(d); let e = |x: &'static i32| x; any(e); }
fn t2(l: &i32) { one(id, l); one(st, l); one(early, l); one(|x| x, l); let c = |x| x; one(c, l); any(|x| l); any2(|_| l); one(|_| l, l); any(|_| &5); let y = 3; any(|_| &y); }
fn t3() { mu(f2); mu(f3); mu(|x, y| x); mu(|x, y| y); mu(|x: &i32, y: &i32| x); s(|x| {}); s(|x: &i32| {}); s(id2); }
fn id2(x: &i32) {}
fn t4() { bo(Box::new(sid)); bo(Box::new(sst)); bo(Box::new(tos)); bo(Box::new(|x| x)); bo(Box::new(|x: &str| x)); let f: Box<dyn Fn(&'static str) -> &'static str> = Box::new(sst); bo(f); let g: Box<dyn Fn(&str) -> &str> = Box::new(|x| ""); bo(g); }
fn t5() { fp(sid); fp(sst); fp(tos); fp(|x| x); fp(|x: &str| -> &str { x }); fps(sid); fps(sst); let f: fn(&'static str) -> &'static str = sid; fp(f); let g: for<'a> fn(&'a str) -> &'a str = f; let h: fn(&str) -> &str = tos; fps(h); let i: &dyn for<'a> Fn(&'a str) -> &'a str = &f; let j: &dyn Fn(&'static str) -> &'static str = &h; }
trait Tr<'a> { type O; fn m(&self, x: &'a i32) -> &'a i32; } impl<'a> Tr<'a> for i32 { type O = &'a i32; fn m(&self, x: &'a i32) -> &'a i32 { x } } impl Tr<'static> for u32 { type O = i32; fn m(&self, x: &'static i32) -> &'static i32 { x } } struct W<'w>(&'w i32); impl<'a> Tr<'a> for W<'a> { type O = (); fn m(&self, x: &'a i32) -> &'a i32 { self.0 } }
fn need<T: for<'a> Tr<'a>>(t: T) {} fn need2<'a, T: Tr<'a>>(t: T, x: &'a i32) -> &'a i32 { need(t); x } fn need3<T>(t: T) where for<'a> T: Tr<'a>, for<'a> <T as Tr<'a>>::O: Debug {} fn need4<T: Tr<'static>>(t: T) { need(t) } fn need5<'a, T>(t: T) where T: Tr<'a> + 'a { need4(t) }
fn t6(w: W) { need(1i32); need(1u32); need(w); need3(1i32); need3(1u32); let x = 1; need2(W(&x), &x); need2(1u32, &x); need2(1u32, &1); need4(W(&x)); }
struct St<F: for<'a> Fn(&'a i32) -> &'a i32>(F); fn t7() { St(id); St(st); St(|x| x); St(|x: &i32| x); let s: St<fn(&i32) -> &i32> = St(id); let s: St<fn(&'static i32) -> &'static i32> = St(st); }
impl PartialEq<&str> for W<'_> { fn eq(&self, o: &&str) -> bool { true } } fn t8<T: for<'a> PartialEq<&'a str>>(t: T) {} fn t9(w: W<'_>) { t8(w); t8(""); t8(String::new()); t8("" as &'static str); }
fn t10<F, T>(f: F, t: T) where F: for<'a> Fn(&'a T) -> &'a T, T: 'static {} fn t11(x: &i32) { t10(|y| y, 1); t10(|y: &i32| y, 1); t10(|y: &&i32| y, x); t10(|y| y, &5); }
fn t12() -> impl for<'a> Fn(&'a i32) -> &'a i32 { |x| x } fn t13() -> impl Fn(&i32) -> &i32 { |x: &i32| x } fn t14() -> Box<dyn Fn(&i32) -> &i32> { Box::new(|x: &'static i32| x) } fn t15() -> for<'a> fn(&'a i32) -> &'a i32 { st } fn t16() -> fn(&i32) { |x: &'static i32| {} }
fn main() {}
