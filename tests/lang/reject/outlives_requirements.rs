//! Items and bodies in which types and lifetimes must outlive others; what an impl lacks is told for the trait and the type.
#![allow(unused)]
use std::fmt::Debug; use std::marker::PhantomData;
struct A<'a, T>(&'a T); struct B<'a, 'b>(&'a &'b i32); struct C<'a, T: 'a>(PhantomData<&'a T>); struct D<T: 'static>(T); struct E<'a, 'b: 'a>(PhantomData<(&'a i32, &'b i32)>);
struct F<'a, T> { x: C<'a, T>, y: D<T> } struct G<'a> { x: D<&'a i32> } struct H<'a, 'b> { x: E<'a, 'b>, y: E<'b, 'a> } enum I<'a, T> { V(&'a T), W(D<T>) } struct J<'a, T> { x: &'static T, y: &'a &'static T } struct K<'a, 'b> { x: &'static &'a i32 }
type L<'a, T> = D<&'a T>; trait M<'a> { type O: 'a; fn m(&'a self) -> &'a Self::O; } struct P<'a, T: M<'a>> { x: &'a T::O } struct Q<'a, 'b, T: M<'a>> { x: &'b T::O }
impl<'a, T> M<'a> for Vec<T> { type O = T; fn m(&'a self) -> &'a T { &self[0] } } impl<'a, 'b> M<'a> for &'b str { type O = &'b str; fn m(&'a self) -> &'a &'b str { self } } impl<'a> M<'a> for i32 { type O = &'static str; fn m(&'a self) -> &'a &'static str { &"" } }
fn a<T>(x: D<T>) {} fn b<'a>(x: D<&'a i32>) {} fn c<'a, 'b>(x: E<'a, 'b>) {} fn d<'a, 'b>(x: &'a &'b i32) -> &'a i32 { x } fn e<'a, 'b>(x: &'a &'b i32) -> &'b i32 { x } fn f<'a, 'b>(x: &'a mut &'b i32) -> &'b mut i32 { panic!() }
fn g<'a, T>(x: &'a T) -> Box<dyn Debug + 'a> where T: Debug { Box::new(x) } fn h<T: Debug>(x: &T) -> Box<dyn Debug> { Box::new(x) } fn i<'a, T: Debug>(x: T) -> Box<dyn Debug + 'a> { Box::new(x) } fn j<T: Debug>(x: T) -> impl Debug + 'static { x }
fn k<'a, T>(x: T) -> C<'a, T> { C(PhantomData) } fn l<T>(x: T) { need(x) } fn need<T: 'static>(x: T) {} fn m<'a, T>(x: &'a T) { need(x) } fn n<T: Copy>(x: &T) { need(*x) } fn o<'a>(x: &'a i32) { need(*x); need(x) }
fn p<'a, T: Iterator>(x: T) -> Box<dyn Iterator<Item = T::Item> + 'a> { Box::new(x) } fn q<'a, T: Iterator + 'a>(x: T) -> Box<dyn Iterator<Item = T::Item> + 'a> { Box::new(x) } fn r<T: Iterator>(x: T) where T::Item: 'static { need(x) } fn s<T: Iterator>(mut x: T) where T::Item: 'static { need(x.next()) } fn t<T: Iterator + 'static>(mut x: T) { need(x.next()) } fn u<T: Iterator>(mut x: T) { need(x.next()) }
fn v<'a, 'b>(x: &'a i32, y: &'b i32) -> E<'a, 'b> { E(PhantomData) } fn w<'a, 'b: 'a>(x: &'a i32, y: &'b i32) { let z: E<'a, 'b> = E(PhantomData); let z: E<'b, 'a> = E(PhantomData); } fn x<'a, T>(t: T) { let z: C<'a, T>; let y: D<T>; let w: Option<D<&'a i32>> = None; }
impl<'a, T> C<'a, T> { fn a(x: &'a T) {} fn b(&self) -> &'a T { panic!() } } impl<T> D<T> { fn a(self) -> Box<dyn std::any::Any> { Box::new(self.0) } } impl<'a> D<&'a i32> {} impl<'a, 'b> E<'a, 'b> { fn z(x: &'a i32, y: &'b i32) -> &'a i32 { y } fn y(x: &'a i32) -> &'b i32 { x } }
trait Z<'a>: 'a { fn z(&self) -> &'a i32; } impl<'a, 'b> Z<'a> for &'b i32 { fn z(&self) -> &'a i32 { &1 } } impl<'a, 'b: 'a> Z<'a> for B<'b, 'b> { fn z(&self) -> &'a i32 { &1 } } impl<'a, T> Z<'a> for Vec<T> { fn z(&self) -> &'a i32 { &1 } }
static S: D<&'static i32> = D(&1); const KK: B<'static, 'static> = B(&&1); fn aa() where D<&'static i32>: Sized {} fn bb<'a>() where D<&'a i32>: Sized {} fn cc<T>() where D<T>: Sized {}
fn main() {}
