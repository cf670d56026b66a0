//! Opaque types within the bounds of others capture lifetimes of their own.
use std::fmt::{Debug, Display};
struct L<'x> { v: Vec<&'x str> }
fn f<'a>(x: &'a [String]) -> impl Iterator<Item = impl Display + 'a> + 'a { x.iter() }
fn g(x: &[String]) -> impl Iterator<Item = impl Display + '_> + '_ { x.iter() }
fn h(x: &[String]) -> impl Iterator<Item = impl Display + '_> { x.iter() }
impl<'x> L<'x> { fn i(&self) -> impl Iterator<Item = impl Debug + 'x> + '_ { self.v.iter().copied() }
 fn j<'s>(&'s self) -> impl Iterator<Item = impl Debug + 's> + 's { self.v.iter().copied() } }
trait Source { fn shown(&self) -> impl Iterator<Item = impl Debug + '_>; fn two<'a>(&self, x: &'a str) -> impl Fn() -> Option<Box<dyn Debug + 'a>>; }
impl Source for L<'_> { fn shown(&self) -> impl Iterator<Item = impl Debug + '_> { self.v.iter() } fn two<'a>(&self, x: &'a str) -> impl Fn() -> Option<Box<dyn Debug + 'a>> { move || Some(Box::new(x)) } }
fn use_it<S: Source>(source: &S) { for item in source.shown() { println!("{item:?}"); } println!("{:?}", source.two("a")()); }
fn main() { let v = vec![String::from("a")]; for x in f(&v) { println!("{x}"); } for x in g(&v) { println!("{x}"); }
  let l = L { v: vec!["1", "2"] }; for x in l.i() { println!("{x:?}"); } for x in l.j() { println!("{x:?}"); } use_it(&l); for x in h(&v) { println!("{x}"); } }
