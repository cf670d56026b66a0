//! Associated types that aren't there, are there twice, or aren't given; and what std has of similar names.
trait One {
    type X;
    fn one(&self) -> Self::X;
}
trait Two {
    type X;
}
trait Rest<T> {
    type Width;
}

fn twice<T: One + Two>(t: T) -> <T as Two>::X {
    let x: T::X = t.one();
    loop {}
}
fn similar<T>(x: T::Eror, y: T::Hashr, z: T::Widt, w: T::Residual, v: T::item) {}
fn constraint(x: impl Iterator<Itm = i32>) {}
fn of_self() -> Vec::Item {}

type Missing = Box<dyn Rest<u8>>;
type Sum = Box<dyn std::ops::Add>;
type Equal = Box<dyn PartialEq>;
type TooFew = Vec<>;

trait Items {
    type A;
    fn f();
}
impl Items for u8 {
    type A = u8;
    type A = u16;
    fn f() {}
    fn f() {}
}
impl<X> Items for u16 {
    type A = u8;
    fn f() {}
}
impl<'a> Items for u16 {
    type A = &'a u8;
    fn f() {}
}

fn main() {}
