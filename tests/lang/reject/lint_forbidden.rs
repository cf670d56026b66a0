#![forbid(unsafe_code)]
#[allow(unsafe_code)] fn f() { unsafe {} }
#[deny(unsafe_code)] fn g() { unsafe {} }
#[warn(unsafe_code)] fn h() {}
#[expect(unsafe_code)] fn i() {}
mod m { #![allow(unsafe_code)] unsafe fn x() {} unsafe trait T {} unsafe impl T for u8 {} #[no_mangle] fn y() {} extern "C" { fn z(); } }
fn main() {}
