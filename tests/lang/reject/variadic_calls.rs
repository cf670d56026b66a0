use std::ffi::*;
extern "C" { fn printf(fmt: *const c_char, ...) -> c_int; fn none(...); fn two(a: i32, b: u8, ...); }
fn a() { unsafe {
 printf();
 printf(1);
 printf(std::ptr::null());
 printf(std::ptr::null(), 1.0f32, 1i8, 1i16, 1u8, 1u16, true, 'a', "x", a, || (), 1.0, 1, 1u64, &1, ());
 none(); none(1); two(1); two(1, 2, 3, 4); two("a", 2, 3);
 two();


 two(1, 2, s); two(1, 2, String::new()); two(1, 2, None); none(Default::default());
} printf(std::ptr::null()); }
fn main() {}
