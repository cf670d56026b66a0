#![deny(unused_unsafe, unsafe_op_in_unsafe_fn)]
unsafe fn f() {} unsafe fn g() { f(); unsafe { f() } let p = std::ptr::null::<u8>(); *p; }
fn main() { unsafe {} unsafe { 1 + 1; } unsafe { unsafe { f() } } unsafe { f(); unsafe { f(); } } let _ = unsafe { || unsafe { f() } }; unsafe { let c = || f(); c() } unsafe fn h() { unsafe { f() } } unsafe { unsafe fn k() { unsafe {} } unsafe { k() } } match () { () if unsafe { true } => {} _ => {} } }
