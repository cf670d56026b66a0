#![deny(private_bounds)]
trait PrivTr {}
pub trait Super: PrivTr {}
pub struct S<T: PrivTr>(T);
pub fn f<T: PrivTr>(_: T) {}
pub fn g<T>(_: T) where T: PrivTr {}
pub enum E<T: PrivTr> { A(T) }
impl<T: PrivTr> S<T> { pub fn m(&self) {} }
pub trait Tr { fn z<T: PrivTr>(&self, t: T); type A: PrivTr; }
pub fn h() -> impl PrivTr { 1u8 }
pub fn i(_: impl PrivTr) {}
pub fn j(_: Box<dyn PrivTr>) {}
impl PrivTr for u8 {}
struct Priv;
pub trait Gen<T> {}
pub fn k<T: Gen<Priv>>(_: T) {}
pub fn l<T>() where T: Into<Priv> {}
fn main() {}
impl<T: PrivTr> Tr2 for Vec<T> {}
pub trait Tr2 { fn d() where Self: PrivTr {} }
