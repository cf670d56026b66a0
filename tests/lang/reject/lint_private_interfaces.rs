#![deny(private_interfaces, private_bounds)]
#![allow(dead_code)]
mod a {
    struct P; trait Q {}
    pub(super) struct R;
    pub mod b { pub(super) struct S; pub fn f(_: S, _: super::P) -> S { S } pub(in crate::a) fn g() -> super::P { super::P } pub struct Z(S, pub S); }
    pub fn h(_: P, _: P, _: R) {}
    pub(self) fn i() -> P { P }
    pub type T = Vec<P>;
    impl R { pub fn m(&self) -> P { P } }
    impl Default for b::S { fn default() -> Self { b::S } }
    pub struct G<T = P>(T);
    pub fn imp() -> impl Iterator<Item = P> { vec![].into_iter() }
    pub fn dy(_: &dyn Q) {}
    pub const C: &[P] = &[];
    pub union U { pub a: u8, b: std::mem::ManuallyDrop<P> }
    pub enum E { A { p: P } }
    impl<X: Q> G<X> { pub fn new() -> P { P } fn priv_() -> P { P } }
    pub trait W: Q { fn w(p: P); type A: Q; fn prov() -> R { R } }
    impl W for u8 { fn w(_: P) {} type A = u16; } impl Q for u8 {} impl Q for u16 {}
    fn inner() { struct L; pub fn l() -> L { L } }
}
pub use a::h as reexported;
pub use a::b::Z;
pub(crate) struct K;
pub fn kk() -> K { K }
pub struct St { pub(crate) k: K, pub l: Vec<Option<K>> }
extern "C" { pub fn ext(k: *const K); }
pub trait Tt { fn k(k: K); }
impl Tt for K { fn k(_: K) {} }
pub fn cl() -> impl Fn(K) { |_| {} }
pub const fn gen<T: Into<K>, const N: usize>() {}
pub async fn asy() -> K { K }
fn main() {}
