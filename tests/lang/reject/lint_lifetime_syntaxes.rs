#![deny(mismatched_lifetime_syntaxes)]
#![allow(dead_code)]
struct S<'a>(&'a u8);
struct W { x: u8 }
impl W { fn a(&self) -> S { S(&self.x) } fn b(&self) -> S<'_> { S(&self.x) } fn c<'a>(&'a self) -> S<'a> { S(&self.x) } fn e(&self) -> &'_ u8 { &self.x } }
fn d(x: &u8) -> S { S(x) }
fn e(x: S) -> &u8 { x.0 }
fn f(x: S<'_>) -> S { x }
fn g(x: S) -> S<'_> { x }
fn h(x: &u8) -> S<'_> { S(x) }
fn i<'a>(x: &'a u8) -> S { S(x) }
fn j<'a>(x: S<'a>) -> &'a u8 { x.0 }
fn k(x: &'static u8) -> S { S(x) }
fn l(v: &Vec<u8>) -> std::slice::Iter<u8> { v.iter() }
fn m(v: &[u8]) -> impl Iterator<Item = &u8> + '_ { v.iter() }
fn n(v: &[u8]) -> Box<dyn Iterator<Item = &u8> + '_> { Box::new(v.iter()) }
fn o(v: &str) -> std::borrow::Cow<str> { v.into() }
fn p<'a>(v: &'a str) -> std::str::Chars { v.chars() }
fn q(v: &str) -> (S<'_>, S) { let _ = v; todo!() }
fn main() {}
