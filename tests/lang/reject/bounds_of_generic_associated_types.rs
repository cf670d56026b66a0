trait B { type C<'a> where Self: 'a; fn f<'a>(&'a mut self) -> Option<Self::C<'a>>; } struct W2<T>(T); impl<T> B for W2<T> { type C<'a> = &'a T; fn f<'a>(&'a mut self) -> Option<&'a T> { None } } 
mod m { trait B { type C<'a> where Self: 'a; fn f<'a>(&'a self) -> Self::C<'a>; } struct W<T>(T); impl<T> B for W<T> { type C<'a> = &'a T where Self: 'a; fn f<'a>(&'a self) -> &'a T { &self.0 } } struct V<'t, T>(&'t [T]); impl<'t, T> B for V<'t, T> { type C<'a> = &'a T; fn f<'a>(&'a self) -> &'a T { loop {} } } }
trait A { type Y<T>; fn h<T>(&self) -> Self::Y<T>; fn i<T, U>(x: T) -> U; fn j<T>(x: Vec<T>); } struct S; impl A for S { type Y<T> = Vec<T>; fn h<T>(&self) -> Vec<u8> { vec![] } fn i<A, B>(x: B) -> A { loop {} } fn j<X>(x: Vec<u8>) {} }
fn main() {}
