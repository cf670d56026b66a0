#![deny(unsafe_op_in_unsafe_fn)] unsafe fn f(){} fn main(){ f(); let x = || f(); } unsafe fn g() { f(); #[allow(unsafe_op_in_unsafe_fn)] { f() } }
