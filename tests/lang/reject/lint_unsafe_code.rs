#![deny(unsafe_code)]
#[no_mangle] pub fn a() {}
#[unsafe(no_mangle)] pub extern "C" fn b() {}
#[no_mangle] pub static S: u8 = 1;
#[export_name = "x"] pub fn c() {}
#[export_name = "y"] pub static T: u8 = 1;
#[link_section = ".z"] pub fn d() {}
#[link_section = ".w"] pub static U: u8 = 1;
struct Q; impl Q { #[no_mangle] pub fn e() {} #[export_name = "k"] pub fn f(&self) {} pub unsafe fn g() {} }
extern "C" { fn z(); }
unsafe extern "C" { safe fn y(); unsafe fn x(); }
trait W { unsafe fn v(); unsafe fn u() {} }
impl W for u8 { unsafe fn v() { } }
fn main() { const C: u8 = unsafe { 1 }; let f = || unsafe { 2 }; f(); }
