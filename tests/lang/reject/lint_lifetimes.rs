#![deny(single_use_lifetimes, unused_lifetimes, elided_lifetimes_in_paths)]
#![allow(dead_code, unused_variables)]
struct R<'a>(&'a i32); trait Tr<'a> {} enum En<'a> { A(&'a i32) } type Al<'a> = R<'a>;
fn a<'a, T: 'a>(x: T) {}
fn b<'a, T>(x: T) where T: 'a {}
fn c<'a>() -> &'a i32 { &1 }
fn d<'a>(x: &i32) { let y: &'a i32 = &1; }
fn e<'a, 'b>(x: &'a i32) where 'a: 'b {}
fn f<'a>(f: fn(&'a i32)) {}
fn g<'a>(f: impl Fn(&'a i32)) {}
fn h<'a>(x: Vec<&'a i32>) -> i32 { 1 }
fn i<'a>(x: impl Iterator<Item = &'a i32>) {}
async fn j<'a>(x: &'a i32) {}
impl<'a> Tr<'a> for i32 {}
impl<'a> R<'a> { fn m(&self) -> &'a i32 { self.0 }
}
impl<'a> En<'a> { fn n(x: &'a i32) {}
}
trait u8x { fn o<'a>(x: &'a i32); fn p<'a>(); }
impl u8x for u16 { fn o<'z>(x: &'z i32) {}
fn p<'q>() {}
}
fn k(x: R) { let y: R = R(&1); let z = |w: R| 1; let v: Vec<R> = vec![]; let u = std::mem::size_of::<R>(); }
fn l(x: En, y: Al, z: &dyn Tr) {}
fn m(x: impl for<'a> Tr<'a>) {}
impl Tr<'_> for R<'_> {}
fn n(f: fn(R)) {}
fn o(f: &dyn Fn(R)) {}
struct St { f: fn(R) }
const C: Option<R> = None; static S: Option<R> = None; fn p() -> R<'static> { R(&1) }
type Ty = fn(R); fn q<T: Into<Option<i32>>>(x: std::slice::Iter<i32>) -> std::fmt::Result { Ok(()) }
fn fmt(f: &mut std::fmt::Formatter) {}
fn r(x: std::borrow::Cow<str>) {}
fn s(x: R) -> Option<R> { None }
fn main() {}
