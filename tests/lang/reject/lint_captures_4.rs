#![deny(impl_trait_overcaptures)]
struct Ctxt<'tcx>(&'tcx ());
impl Ctxt<'_> { fn compute(&self) -> impl Sized + '_ { } }
impl<'t> Ctxt<'t> { fn two(&self) -> impl Sized + '_ { } fn three(&self) -> impl Sized + 't {} }
fn foo<'a>(x: &'a ()) -> impl Sized + 'a { x }
fn outlives<'a, 'b: 'a>(x: &'a (), y: &'b ()) -> impl Sized + 'a { x }
struct Inv<'a>(std::cell::Cell<&'a u8>);
fn inv<'a, 'b: 'a>(x: &'a Inv<'b>) -> impl Sized + 'a { }
fn inv2<'a, 'b>(x: &'a &'b u8) -> impl Sized + 'a { }
fn inv3<'a, 'b>(x: &'a mut &'b u8) -> impl Sized + 'a { }
fn inv4<'a>(x: &'a mut &u8) -> impl Sized + 'a { }
fn main() {}
