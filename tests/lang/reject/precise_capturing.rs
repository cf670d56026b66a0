fn f<T>(x: T) -> impl Sized + use<> { }
fn g<'a, T>(x: &'a T) -> impl Sized + use<'a> { }
fn h<T, const N: usize>() -> impl Sized + use<T> { }
fn i(x: impl Sized) -> impl Sized + use<> { }
struct S<T>(T); impl<T> S<T> { fn a(&self) -> impl Sized + use<> {} fn b(&self) -> impl Sized + use<T> {} fn c(&self) -> impl Sized + use<Self> {} fn d<'a>(&'a self) -> impl Sized + use<'a, T> {} }
trait Tr { fn a() -> impl Sized + use<>; fn b() -> impl Sized + use<Self>; fn c<'a>() -> impl Sized + use<'a, Self>; }
fn j<'a: 'a>(x: &'a ()) -> impl Sized + use<> { x }
fn k<'a>(x: &'a ()) -> impl Sized + use<'a, 'a> { x }
fn l<T>() -> impl Sized + use<T, T> { }
fn v<'a>(x: &'a ()) -> impl Sized + use<'a> + 'a { x }
fn x<'a>(x: &'a ()) -> impl Fn(&'a ()) + use<> { |_| () }
fn main() { }
