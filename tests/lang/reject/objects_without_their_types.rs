//! Trait objects that don't say their types: the trait is named with its arguments.
trait A<T, const N: usize> { type X; type Y; } trait B<'a, T>: A<T, 3> { type Z; } trait C: Iterator<Item = u8> { type W; } trait D<T = u8>: A<T, 1> {}
fn a(x: &dyn A<u8, 2>, y: Box<dyn B<'static, String>>, z: &dyn B<'_, (u8, &str)>, w: &dyn C, v: &dyn D, u: &dyn D<u16>) {}
fn b(x: &dyn Iterator, y: &dyn std::ops::Add<u8>, z: &dyn for<'q> B<'q, &'q u8>, i: &dyn std::ops::Deref) {}
fn c<'x, T>(x: &dyn A<T, 2>, y: Box<dyn B<'x, T>>) {}
struct S<'s>(Box<dyn B<'s, u8>>); type T<'t> = dyn B<'t, [u8; 2]>; 
fn main() {}
