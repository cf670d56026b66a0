#![deny(unused_braces)]
thread_local! { static X: u8 = const { 1 }; static Y: std::cell::Cell<u8> = const { std::cell::Cell::new(1) }; static Z: u8 = { 1 }; static W: u8 = const { { 1 } }; }
fn main() { let x = const { 1 }; let y = { 1 }; if { true } {} f({ 1 }); let _ = [0; { 1 }]; let _: [u8; { 1 }]; g::<{ 1 }>(); match { 1 } { _ => {} } let z = { unsafe { 1 } }; return { }; }
fn f(_: u8) {} fn g<const N: usize>() {}
