use std::ops::Deref;
struct S<T>(T);
enum E<T> { A(T) }
fn h<const N: usize>() {}
impl<X> S<X> {
    fn g(self: *const Self) {}
    fn g2(self: *mut Self) {}
    fn i<T: Deref<Target = Self>>(self: T) {}
    fn j<T>(self: &T) {}
    fn k<T>(self: Box<T>) {}
    fn s(self: impl Deref<Target = Self>) {}
    fn t(self: Box<&Self>) {}
    fn u(self: Option<Self>) {}
}
trait T2 {
    fn a(self: *const Self);
    fn b<R: Deref<Target = Self>>(self: R) {}
}
fn main() {
    let x = 1;
    E::<u8>::A::<u8>(1);
    let E::<u8>::A::<u8>(y) = E::A(1);
    Option::<u8>::None::<u8>;
    std::option::<u8>::Option::Some(1);
    std::<u8>::mem::drop(2);
    let y = x::<u8>;
    let z: u8::<u8> = 1;
    self::<u8>::h::<1>();
    let w: std::vec::<u8>::Vec<u8> = vec![];
}
