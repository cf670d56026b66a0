#![deny(explicit_outlives_requirements)]
#![allow(dead_code)]
use std::fmt::{Debug, Display};
struct A<'a, T: 'a> { x: &'a T }
struct B<'a, T: Debug + 'a> { x: &'a T }
struct C<'a, T> where T: 'a + Debug { x: &'a T }
struct D<'a, T> where T: Debug + 'a { x: &'a T }
struct E<'a, T, U> where T: 'a, U: Debug { x: &'a T, y: U }
struct F<'a, T, U> where U: Debug, T: 'a { x: &'a T, y: U }
struct G<'a, 'b, T: 'a + 'b> { x: &'a T, y: &'b T }
struct H<'a, 'b: 'a, T: 'b> { x: &'a &'b T }
struct I<'a, 'b> where 'b: 'a { x: &'a &'b u8 }
struct J<'a, T: 'a + Debug + Display>(&'a T);
struct K<'a, T: 'a>(Option<&'a T>);
struct L<'a, T: ?Sized + 'a>(&'a T);
struct M<'a, T>(&'a T) where T: 'a,;
struct N<'a, T: 'a>(A<'a, T>);
struct O<'a, T: 'a> where T: Debug { x: &'a T }
struct P<T: 'static> { x: &'static T }
struct Q<T: 'static> { x: T }
enum R<'a, T: 'a, U: 'a> { A(&'a T), B { y: &'a U }, C }
trait Tr<'a> { type X: 'a; }
struct W<'a, T: Tr<'a>> where T::X: 'a { x: &'a T::X }
fn f<'a, T: 'a>(x: &'a T) {}
fn main() {}
