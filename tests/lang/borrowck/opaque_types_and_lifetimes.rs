//! Lifetimes that opaque types don't capture, those within the bounds of others too; futures that must live longer.
use std::fmt::Debug;
fn a(x: &str, y: bool) -> impl Debug { if y { return x; } x }
fn b<'a, 'b>(x: &'a str, y: &'b str, c: bool) -> impl Debug + 'a { if c { return x; } y }
fn c<'a, 'b>(x: &'a str, y: &'b str, c: bool) -> impl Debug { if c { return x; } y }
fn d<'a, 'b>(x: &'a str, y: &'b str) -> (impl Debug, impl Debug) { (x, y) }
fn e<'a, 'b>(x: &'a str, y: &'b str) -> impl Fn() -> usize { move || x.len() + y.len() }
fn f<'a, 'b: 'a>(x: &'a mut &'b str) -> impl Debug + 'a { x }
fn g<'a, 'b>(x: &'a mut &'b str) -> impl Debug + 'a { x }
fn h<'a, 'b>(x: &'a mut &'b str) -> impl Debug + 'b { &**x }
struct S<'s>(&'s str);
impl<'s> S<'s> { fn a(&self) -> impl Debug { self.0 } fn b(&self) -> impl Debug + 's { self.0 } fn c(&self) -> impl Debug + '_ { self.0 } fn d(&self) -> impl Debug { &self.0 } fn e(self) -> impl Debug { self.0 } }
fn i<T: Debug>(x: &T) -> impl Debug { x }
fn j<T: Debug>(x: &T) -> impl Debug + '_ { x }
fn k<T: Debug>(x: T) -> impl Debug + 'static { x }
fn l<'a, T: Debug>(x: T, y: &'a str) -> impl Debug + 'a { (x, y) }
fn m(x: &mut i32) -> impl FnMut() { || *x += 1 }
fn n(x: &mut i32) -> impl FnMut() + '_ { || *x += 1 }
fn o(x: &mut i32) -> impl FnMut() + '_ { move || *x += 1 }
fn p(v: &[i32]) -> impl Iterator<Item = i32> { v.iter().map(|x| x + 1) }
fn r<'a>(v: &'a [i32], k: &i32) -> impl Iterator<Item = i32> + 'a { v.iter().map(move |x| x + k) }
fn s<'a>(v: &'a [i32], k: &'a i32) -> impl Iterator<Item = i32> + 'a { v.iter().map(|x| x + k) }
fn t(n: u32, x: &str) -> impl Debug + '_ { if n == 0 { Some(x) } else { let y = t(n - 1, x); println!("{y:?}"); None } }
fn nested_f<'a>(x: &'a [String]) -> impl Iterator<Item = impl Debug + 'static> + 'a { x.iter() }
fn nested_g(x: &[String]) -> impl Iterator<Item = impl Debug> { x.iter() }
fn nested_h<'a, 'b>(x: &'a [String], y: &'b str) -> impl Iterator<Item = impl Debug + 'b> + 'a { x.iter().map(move |z| y) }
fn nested_i<'a, 'b>(x: &'a [String], y: &'b str) -> impl Iterator<Item = impl Debug + 'b> + 'a { x.iter() }
trait Source { fn shown(&self) -> impl Iterator<Item = impl Debug>; }
fn use_it<S: Source>(source: S) -> Vec<impl Debug> { source.shown().collect::<Vec<_>>() }
fn use_that<S: Source>(mut source: S) { let x = source.shown(); let mut y = x.collect::<Vec<_>>(); source = source; y.pop(); }
fn main() {}
