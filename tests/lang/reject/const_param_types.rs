//! Types that a const parameter can't have.
struct S<const N: String>; struct T<const N: f32>; struct R<const N: &'static str>; struct Q<const N: [u8; 2]>; struct P<const N: (u8,)>; struct O<const N: fn()>; enum E {} struct EE<const N: E>; fn ff<const N: f64>() {} struct NN<const N: &'static i32>; trait TT<const N: ()> {}
type Al = u8; struct OK<const A: Al, const B: char, const C: bool, const D: i128>; struct RP<const A: *const u8>;
fn main() { }
