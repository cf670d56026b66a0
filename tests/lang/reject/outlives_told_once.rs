//! What an item lacks is told once, and of type parameters only if nothing else is wrong; bounds of traits and clauses count.
#![allow(unused)]
struct D<T: 'static>(T); struct J<'a, T> { x: &'static T, y: &'a &'static T, z: &'static T, w: &'static &'a T, v: &'static &'a T, q: &'static Vec<T> }
fn a<T>(x: D<T>, y: D<T>) -> D<T> { x }
enum E<'a, T> { A(D<&'a T>), B(D<&'a T>, D<T>), C { x: D<T>, y: Vec<D<T>> } }
impl<T> D<T> { fn f(x: D<T>, y: D<T>) {} }
fn b<T>() where D<T>: Sized, Vec<D<T>>: Sized {} fn c<T, U>(x: D<T>, y: D<U>) {}
fn d<'a, 'b>(x: D<&'a u8>, y: D<&'b u8>, z: D<&'a u8>) {}
fn main() {}
trait Z<'a>: 'a {} impl<'a, T> Z<'a> for Vec<T> {} struct W<T>(T); impl<'a, 'b> Z<'a> for W<&'b u8> {} impl<'a, 'b, T> Z<'a> for &'b W<T> {} impl<'a, T, U> Z<'a> for (T, U) {}
trait Z2: 'static {} impl<T> Z2 for Vec<T> {} impl<T> Z2 for T {} impl<'b> Z2 for W<&'b u8> {} impl<T> Z2 for [T; 2] where T: Copy {} struct DD<T>(D<Vec<T>>, D<(T, u8)>);
struct D4<T: 'static>(T); struct C<'a, T: 'a>(&'a T); trait Tr<X> { type Y; } trait Sup<'a, T>: Tr<C<'a, T>> {} trait Sup2<T>: Tr<D4<T>> {} trait Sup3<'a, T: 'a>: Tr<C<'a, T>> {}
struct S1<T, U>(T, U) where U: Tr<D4<T>>; struct S2<'a, T, U>(&'a T, U) where U: Tr<C<'a, T>>; struct S3<'a, T, U>(&'a U, T) where U: Tr<C<'a, T>>;
impl<T> Tr<D4<T>> for D4<T> where Vec<T>: Tr<D4<T>> { type Y = D4<T>; } impl<'a, T> Tr<C<'a, T>> for u8 { type Y = C<'a, T>; } impl<'a, T> Tr<&'a T> for u16 { type Y = C<'a, Vec<T>>; } impl<T> Tr<T> for u32 { type Y = D4<T>; }
enum E1<T> where T: Tr<D4<T>> { A(T) } fn f1<T, U: Tr<D4<T>>>(x: U) {} fn f2<'a, T, U>(x: U) where U: Tr<C<'a, T>> {} fn f3<'a, T, U>(x: U, y: &'a T) where U: Tr<C<'a, T>> {} type A1<T> = D4<T>; type A2<'a, T> = C<'a, T>;
trait T5 { type A<'a>: Tr<C<'a, Self>>; type B<'a>: Tr<C<'a, u8>> where Self: 'a; type C<T>: Tr<D4<T>>; type E: 'static; fn f<T>() where D4<T>: Tr<u8>; const K: D4<u8>; }
