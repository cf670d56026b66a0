#![deny(improper_ctypes)]
#![allow(dead_code)]
struct R { x: u8 }
#[repr(C)] struct C { x: u8 }
#[repr(C)] struct Z;
#[repr(transparent)] struct Tr(String);
enum E { A, B }
#[repr(u8)] enum U { A, B }
union Un { a: u8 }
extern "C" {
    fn a(x: R);
    fn b(x: C);
    fn c(x: &str);
    fn d(x: char);
    fn e() -> String;
    fn f(x: (u8, u8));
    fn g(x: E);
    fn h(x: U);
    fn i(x: [u8; 3]);
    fn j(x: &[u8]);
    fn k(x: Box<u8>);
    fn l(x: Option<&u8>);
    fn m(x: Option<u8>);
    fn n(x: fn(u8));
    fn o(x: extern "C" fn(u8));
    fn p(x: i128);
    fn q(x: *const R);
    fn r(x: &dyn Fn());
    fn s(x: Un);
    fn t(x: Tr);
    fn u(x: Z);
    fn v() -> ();
    fn w(x: Vec<u8>);
    static ST: R;
    fn y(x: Option<extern "C" fn(R)>);
    fn z(x: bool, y: f32, z: usize) -> !;
}
fn main() {}
