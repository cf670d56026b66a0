//! Where a trait or type isn't known, nothing is said of what would follow from it.

pub trait Reduce<T> {
    fn reduce<F>(self, f: F) -> Option<T>
    where
        Self: Sized,
        F: FnMut(TT) -> T;
}
impl<T, I: Iterator<Item = T>> Reduce<T> for I {
    fn reduce<F>(self, f: F) -> Option<T>
    where
        Self: Sized,
        F: FnMut(T, T) -> T,
    {
        None
    }
}
trait A {
    fn f<T: Missing>(x: T);
    fn g<T: Clone>(x: T);
}
impl A for u8 {
    fn f<T: Copy>(x: T) {}
    fn g<T: Copy>(x: T) {}
}
trait B {
    fn f<T: From<Gone>>(x: T);
    fn g<T: Clone>(x: T);
}
impl B for u8 {
    fn f<T: Copy>(x: T) {}
    fn g<T: Copy>(x: T) {}
}
struct S<T>(T);
impl<for: Clone> Clone for S<T> {}
struct D<T>(T);
impl<T> Default for D<BytesMut>
where
    T: Default,
{
    fn default() -> Self {
        todo!()
    }
}
impl<T: Default> D<T> {
    fn new() -> D<T> {
        D::default()
    }
}

fn main(x: Unknown) {}
