use std::hash::*;
struct H(Vec<u8>);
impl Hasher for H {
    fn finish(&self) -> u64 {
        0
    }
    fn write(&mut self, b: &[u8]) {
        self.0.extend_from_slice(b)
    }
}
fn hb<T: Hash>(t: T) -> Vec<u8> {
    let mut h = H(vec![]);
    t.hash(&mut h);
    h.0
}
#[derive(Hash)]
#[repr(u8)]
enum A {
    X,
    Y(u8),
}
#[derive(Hash)]
#[repr(i16)]
enum B {
    X = -2,
    Y,
}
#[derive(Hash)]
enum C {
    X,
    Y,
}
#[derive(Hash)]
#[repr(C)]
enum D {
    X,
    Y,
}
#[derive(Hash)]
enum One {
    O(u8),
}
fn main() {
    println!(
        "{:?} {:?} {:?} {:?} {:?} {:?} {:?}",
        hb(A::X),
        hb(A::Y(1)),
        hb(B::X),
        hb(B::Y),
        hb(C::Y),
        hb(D::X),
        hb(One::O(3))
    );
    let _ = (C::X, D::Y);
    println!("{:?} {:?}", std::mem::discriminant(&B::X), hb(std::mem::discriminant(&A::X)));
    println!("{:?}", hb(std::ops::Bound::Included(1u8)));
    println!("{:?}", hb(std::ops::ControlFlow::<u8>::Break(1)));
}
