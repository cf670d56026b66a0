#![deny(dangling_pointers_from_locals)]
struct S { a: u8 }
impl S { fn m(self) -> *const S { &self } fn n(&self) -> *const u8 { &self.a } }
fn a() -> *const u8 { let s = S { a: 1 }; &s.a }
fn b(c: bool) -> *const u8 { let x = 1u8; if c { return &x as *const _; } std::ptr::null() }
fn c() -> *const () { let u = (); &u }
fn d() -> *const [u8] { let u = [1u8]; &u as *const [u8] }
fn e() -> Option<*const u8> { let x = 1; Some(&x) }
async fn f() -> *const u8 { let x = 1u8; &x }
fn g() -> *const u8 { static X: u8 = 1; &X }
fn h() -> *const u8 { let x = &1u8; x }
fn i() -> *const u8 { let x = 1u8; { &x } }
fn j() -> *const u8 { let x = 1u8; match 1 { 1 => &x, _ => &x } }
fn k() -> *const u8 { let x = 1u8; std::ptr::addr_of!(x) }
fn l(x: &u8) -> *const &u8 { &x }
fn m() -> *const u8 { let (x, _y) = (1u8, 2); &x as *const u8 }
fn n<T>(t: T) -> *const T { &t }
fn o() -> *const u8 { let x = 1u8; (&x as *const u8).cast() }
fn p() -> *const u8 { let x = 1u8; let q = &x; let r = q as *const u8; r }
fn main() {}
