trait A { fn a(&self); fn b(&self) {} const C: i32; type D; }
struct S; struct G<T>(T);
impl A for i32 { fn a(&self) {} extern "C" fn b(&self) {} const C: i32 = 1; type D = u8; }
impl A for u8 { fn a(&self) {} const C: i32 = 1; type D = Self::W; }
impl A for G<u8> { fn a(&self) { let x: Self::D; let y: Self::V; } const C: i32 = Self::Q; type D = Self::W; }
impl S { fn f(x: Self::W) {} fn g() -> Self::Item { loop {} } const Z: Self::W = 1; }
trait F { fn i(x: impl Copy); fn j<const N: usize>(); fn k<T>(); fn l<const N: usize, T>(); extern "C" fn m(); unsafe fn n(); }
impl F for u8 { fn i<T: Copy>(x: T) {} fn j<T>() {} fn k<const N: usize>() {} fn l<T, const N: usize>() {} fn m() {} fn n() {} }
impl F for u16 { fn i(x: impl Clone) {} fn j<const M: u8>() {} fn k() {} fn l<const N: usize>() {} extern "system" fn m() {} unsafe extern "C" fn n() {} }
impl F for u32 { fn i<T: Copy, U>(x: T) {} fn j() {} fn k(x: impl Copy) {} fn l<T>() {} extern fn m() {} unsafe fn n() {} }
impl F for u64 { fn i<T>(x: impl Copy) {} fn j<const M: usize>() {} fn k<T, U>() {} fn l<const N: u8, T>() {} extern "C" fn m() {} unsafe fn n() {} }
trait H { fn o(self) -> Self::X; type X: Iterator<Item = Self::Y>; } trait K: A { fn p() -> Self::D; fn q() -> Self::Z; fn r(x: <Self as A>::E); }
fn main() {}
trait Arity { fn a(); fn b(x: i32); fn c(&self); fn d(&self, x: i32, y: u8); fn e(x: u8, y: u8); }
impl Arity for u8 { fn a(x: i32) {} fn b(x: i32, y: i32) {} fn c(&self, x: i32) {} fn d(&self, x: i32) {} fn e() {} }
