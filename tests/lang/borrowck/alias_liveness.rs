use std::fmt::Debug;
trait T<'t> { type S: 'static; type B: 't; type N; fn s(&self) -> Self::S; fn b(&'t self) -> Self::B; fn n(&'t self) -> Self::N; }
trait U { type G<'g>: 'g where Self: 'g; type H<'g> where Self: 'g; type I<'g>: 'static where Self: 'g; fn m(&self) -> impl Debug + 'static;  fn g(&self) -> Self::G<'_>; fn h(&self) -> Self::H<'_>; fn i(&self) -> Self::I<'_>; }
fn a<X: U>(x: X) { let m = x.m(); drop(x); drop(m); }
fn b<'t, X: T<'t>>(x: X) { let m = x.s(); drop(x); drop(m); }
fn c<X: for<'t> T<'t>>(x: X) { let m = x.b(); drop(x); drop(m); }
fn d<X: for<'t> T<'t>>(x: X) { let m = x.n(); drop(x); drop(m); }
fn e<X: U>(x: X) { let m = x.g(); drop(x); drop(m); }
fn e2<X: U>(x: X) { let m = x.h(); drop(x); drop(m); }
fn e3<X: U>(x: X) { let m = x.i(); drop(x); drop(m); }
fn e4<X: U>(x: X) where for<'z> X::H<'z>: 'static { let m = x.h(); drop(x); drop(m); }
fn g<X>(x: X) where X: for<'t> T<'t>, for<'t> <X as T<'t>>::N: 'static { let m = x.n(); drop(x); drop(m); }
fn h<'z, X>(x: X) where X: for<'t> T<'t>, for<'t> <X as T<'t>>::N: 'z { let m = x.n(); drop(x); drop(m); }
fn i<'a, 'b>(x: &'a u32, y: &'b u32) -> impl Debug + 'a { x } fn j() { let p = 1; let q = 2; let mut k = 3; let r = i(&p, &k); k = 4; println!("{r:?}"); }
fn l<A: Debug>(a: A) -> impl Debug + 'static { 1 } fn m() { let mut k = 3; let r = l(&k); k = 4; println!("{r:?}"); }
fn main() { m(); j(); }
