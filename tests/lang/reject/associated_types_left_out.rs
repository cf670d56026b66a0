trait A { type X; type Y; } trait B: A { type Z; } trait C<T> { type W; }
fn a(_: &dyn A) {} fn b(_: &dyn B) {} fn c(_: Box<dyn C<u8>>) {} fn d(_: &dyn A<X = u8>) {} fn e(_: &dyn Iterator) {}
fn f<T: A<Q = u8>>(_: T) {} fn g<T: A<X = u8, X = u16>>(_: T) {} fn h(_: &dyn A<X = u8, X = u8, Y = u8>) {}
fn i<T: B<X = u8>>(_: T) {} fn j(_: Vec<u8, X = u8>) {} fn k(_: Option<Item = u8>) {} fn l<T: A>(_: T::X<u8>) {}
fn m(_: A::X) {} fn n(_: <u8 as A>::Q) {} fn o(_: <u8>::X) {} fn p<T: A + C<u8>>(_: T::V) {} fn q<T: A, U: A>(_: T::U) {}
trait D { type X; } fn r<T: A + D>(_: T::X) {} fn s<T>(_: T::X) where T: A, T: D {}
impl u8 { } struct S; impl S { fn f() -> Self::X { loop {} } } trait E { fn f() -> Self::N; type M; }
impl A for S { type X = Self::Y; type Y = u8; type Z = u8; } fn t(_: S::X) {} fn u() -> impl Iterator<Itm = u8> { None }
type T1 = dyn A; type T2 = Vec::Item; type T3 = u8::X; type T4 = <S as A>::X; fn v(_: Self) {} fn w(_: Self::X) {}
fn x<T: A<u8>>(_: T) {} fn y<T: C>(_: T) {} fn z<T: C<u8, u8>>(_: T) {} fn aa(_: &dyn C) {} fn bb(_: impl A<X>) {}
fn main() {}
