fn a(x: str, y: str) {} trait C { fn p(x: Self, y: Self) -> bool { x == y } fn q(x: [u8], y: [u8]) {} fn r(x: Self, z: &u8, y: Self) -> Self { let a = x; loop {} } } fn b<T: ?Sized>(x: T, y: T) -> T { x } fn c() { let f = |x: str, y: str| (); }
fn main() {}
struct S; impl S { fn m(self: &dyn Copy) {} fn n(self: &dyn Clone, x: &dyn Copy) {} fn o() -> Box<dyn Sized> {loop{}} fn p(self: u8, x: str) -> Vec<str> { loop {} } }
trait T { fn h(self: Vec<Self>); fn i<X>(self: X, y: Vec<str>); }
