#![deny(non_local_definitions)]
#![allow(dead_code)]
struct G; trait Tr { fn t(&self) {} }
fn main() {
    impl G { fn x() {} }
    impl Tr for G {}
    struct L;
    impl Tr for L {}
    impl Clone for L { fn clone(&self) -> L { L } }
    impl From<L> for G { fn from(_: L) -> G { G } }
    trait LocalTr {}
    impl LocalTr for G {}
    impl Tr for Vec<L> {}
    impl Tr for &'static L {}
    impl Tr for Box<dyn LocalTr> {}
    impl<T: LocalTr> Tr for Option<T> {}
    macro_rules! mm { () => {} }
    mm!();
}
const _: () = { impl Tr for u8 {} };
const NAMED: () = { impl Tr for u16 {} };
static ST: () = { impl Tr for u32 {} #[macro_export] macro_rules! ex { () => {} } };
fn f() { mod inner { impl super::Tr for u64 {} } let _ = || { impl Tr for i8 {} }; }
