#![deny(ffi_unwind_calls)]
mod foo { #[unsafe(no_mangle)] pub extern "C-unwind" fn foo() {} }
unsafe extern "C-unwind" { fn foo(); }
fn main() { unsafe { foo(); } let ptr: extern "C-unwind" fn() = foo::foo; ptr(); let p2: unsafe extern "C-unwind" fn() = foo; unsafe { p2(); } let c = || foo::foo(); c(); }
