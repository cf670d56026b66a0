#![deny(non_contiguous_range_endpoints, break_with_label_and_loop, ambiguous_negative_literals, closure_returning_async_block, unused_visibilities, missing_abi, missing_unsafe_on_extern, unsafe_attr_outside_unsafe, deprecated_where_clause_location, no_mangle_generic_items, variant_size_differences, function_item_references, function_casts_as_integer)]
#![allow(dead_code)]
mod ncr {
pub fn main() {
    match 0u8 { 0..30 => {} 31..=255 => {} 30 => {} }
    match 0u8 { 0..30 => {} 31..=255 => {} _ => {} }
    match 0i8 { i8::MIN..0 => {} 1..=i8::MAX => {} _ => {} }
    match 'a' { 'a'..'m' => {} 'n'..='z' => {} _ => {} }
    match (0u8, true) { (0..10, true) => {} (11.., true) => {} _ => {} }
}
}
mod bll {
pub fn main() { let x = 'a: loop { break 'a loop { break 5; }; }; let y = 'b: loop { break 'b (loop { break 6; }); }; println!("{x} {y}"); let _ = 'l: loop { if true { break 'l {3}; } }; }
}
mod mcd {
pub fn main() { let _ = -1i32.abs(); let _ = (-1i32).abs(); let _ = -(1i32.abs()); let _ = -1.5f64.floor(); let x = 1i32; let _ = -x.abs(); }
}
mod crab {
pub fn main() { let _ = || async {}; let _ = |x: u8| async move { x }; let _ = || { async { 1 } }; let _ = async || {}; }
}
mod uv {
pub const _: () = ();
pub(crate) const _: u8 = 1;
const _: u8 = 2;
pub fn main() {}
}
mod ma {
extern fn f() {}
extern { fn g(); }
type F = extern fn();
extern "C" fn h() {}
pub fn main() { f(); h(); let _: Option<F> = None; }
}
mod muo {
extern "C" { fn a(); }
unsafe extern "C" { fn b(); }
pub fn main() {}
}
mod uao {
#[no_mangle] pub extern "C" fn a() {}
#[unsafe(no_mangle)] pub extern "C" fn b() {}
#[export_name = "x"] pub fn c() {}
#[link_section = ".q"] pub static S: u8 = 1;
pub fn main() {}
}
mod dwc {
trait T { type A where Self: Sized; }
impl T for u8 { type A where Self: Sized = u8; }
pub fn main() {}
}
mod nmg {
#[no_mangle] pub fn f<T>(_: T) {}
#[no_mangle] pub extern "C" fn g<'a>(_: &'a u8) {}
struct S<T>(T); impl<T> S<T> { #[no_mangle] pub fn m() {} #[export_name = "q"] pub fn k<U>() {} }
#[export_name = "hello"] pub fn h<const N: usize>() {}
pub fn main() {}
}
mod vsd {
enum A { Small(u8), Big([u8; 1024]) }
enum B { X(u64), Y([u8; 16]) }
enum C<T> { X(T), Y([u8; 1000]) }
enum D { X, Y([u64; 100]), Z(u8) }
pub fn main() {}
}
mod fir2 {
use std::fmt::Pointer;
fn foo() {}
fn gen<T>(_: T) {}
fn show<T: Pointer>(t: T) { println!("{:p}", t); }
unsafe fn un() {}
enum E { A(u8) }
pub fn main() {
    show(&foo);
    println!("{:p} {:p}", &gen::<u8>, &&foo);
    println!("{:?}", &foo as *const _);
    let _ = E::A as usize;
    let _ = gen::<u8> as u8;
    let _ = un as i64;
    let _ = Some::<u8> as usize;
    let f = &foo;
    println!("{:p}", f);
}
}
fn main() {}
