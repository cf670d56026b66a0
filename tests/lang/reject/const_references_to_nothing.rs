static X: u8 = 1; static Y: [u8; 4] = [1, 2, 3, 4]; const fn dangling() -> *const u8 { let x = 1; &raw const x }
const A: &u32 = unsafe { &*(1usize as *const u32) };
const D: &'static u32 = unsafe { &*(&raw const X as *const u32) };
const E: &'static u16 = unsafe { &*(&raw const Y as *const u16) };
const F: &'static [u8] = unsafe { std::slice::from_raw_parts(&X, 3) };
const G: *const u32 = 1usize as *const u32;
const H: &'static u8 = unsafe { &*(&raw const X).wrapping_add(1) };
const I: &'static u8 = unsafe { &*(&raw const X).wrapping_add(2) };
const J: &'static () = unsafe { &*(1usize as *const ()) };
const K: &'static () = unsafe { &*(0usize as *const ()) };
const L: &'static [u32; 0] = unsafe { &*(1usize as *const [u32; 0]) };
const M: &'static u8 = { let x = 1; unsafe { &*(&raw const x) } };
const N: &'static u8 = unsafe { &*dangling() };
const O: Box<u8> = unsafe { std::mem::transmute(1usize) };
const P: std::ptr::NonNull<u8> = unsafe { std::mem::transmute(0usize) };
const S: &'static str = unsafe { std::str::from_utf8_unchecked(&[0xff]) };
const V: (u8, bool) = unsafe { std::mem::transmute([1u8, 2]) };
const Z: Option<bool> = unsafe { std::mem::transmute(7u8) };
fn main() {}
