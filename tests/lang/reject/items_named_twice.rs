trait A { const C: u8; type T; fn f(); }
struct S; struct Q; struct R;
impl A for S { type C = u8; fn T() {} const f: u8 = 1; }
impl A for Q { const C: u16 = 1; type T = u8; fn f() {} fn g() {} type U = u8; const D: u8 = 1; }
impl A for R { const C: u8 = 1; const C: u8 = 2; type T = u8; type T = u16; fn f() {} fn f() {} }
impl S { fn a() {} fn a(&self) {} const B: u8 = 1; } impl S { fn a() {} const B: u8 = 2; fn B() {} }
impl<T> A for Vec<T> { const C: T = 1; type T = u8; fn f() {} }
trait B { fn x(&self); fn x(); type Y; type Y; }
enum E { X, X, Y(u8), Y } struct F { a: u8, a: u16 } union U { a: u8, a: u8 }
fn dup(a: u8, a: u8) {} fn gen<T, T>() {} fn lt<'a, 'a>() {} struct G<T, T>(T); impl<T, T> S { fn z() {} }
fn main() { let (a, a) = (1, 2); match (1, 2) { (x, x) => {} } let c = |a, a| 1; }
