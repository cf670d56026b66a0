#![deny(redundant_lifetimes)]
#![allow(dead_code)]
fn a<'a, 'b>(x: &'a &'b u8, y: &'b &'a u8) where 'a: 'b, 'b: 'a { let _ = (x, y); }
fn d<'a, 'b: 'a, 'c: 'b>(x: &'a u8, y: &'b u8, z: &'c u8) where 'a: 'c { let _ = (x, y, z); }
struct S<'a, 'b: 'a>(&'a u8, &'b u8) where 'a: 'b;
enum E<'a: 'static> { A(&'a u8) }
trait T<'a: 'static> { fn m(&self, x: &'a u8); }
impl<'x: 'static> T<'x> for u8 { fn m(&self, _: &'x u8) {} }
type Alias<'a> = &'a u8;
impl<'a, 'b> S<'a, 'b> { fn n<'c: 'a>(&self, x: &'c u8) where 'b: 'c { let _ = x; } }
fn e<'_u: 'static>(_: &'_u u8) {}
fn main() {}
