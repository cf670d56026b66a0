use std::mem::transmute;
#[repr(u8)]
#[derive(Clone, Copy)]
enum E { X = 1, Y = 2 }
#[repr(C)]
union U { a: u8, b: bool }
struct S { x: u8, b: bool }
static mut COUNT: u8 = 5;
const NULL: &u8 = unsafe { &*(0 as *const u8) };
const DANGLING: &u8 = unsafe { transmute(1usize) };
const BOOL: bool = unsafe { transmute(2u8) };
const CHAR: char = unsafe { transmute(0xD800u32) };
const ENUM: E = unsafe { transmute(5u8) };
const ZERO: std::num::NonZeroU8 = unsafe { transmute(0u8) };
const FUNCTION: fn() = unsafe { transmute(0usize) };
const UNION: bool = unsafe { U { a: 3 }.b };
const FIELD: S = S { x: 1, b: unsafe { transmute(7u8) } };
const TUPLE: (u8, bool) = unsafe { (1, transmute(7u8)) };
static STATIC: bool = unsafe { transmute(9u8) };
const BOXED: Box<u8> = unsafe { transmute(0usize) };
const INNER: &&u8 = &unsafe { transmute::<usize, &u8>(0) };
const READ: u8 = unsafe { *(0 as *const u8) };
const COUNTED: u8 = unsafe { COUNT };
const UNREACHABLE: () = unsafe { std::hint::unreachable_unchecked() };
const UNWRAPPED: u8 = unsafe { None::<u8>.unwrap_unchecked() };
const APART: isize = unsafe { (&1u8 as *const u8).offset_from(&2u8) };
const FINE: Option<&u8> = unsafe { transmute(0usize) };
fn main() {
    let _ = (NULL, DANGLING, BOOL, CHAR, ENUM, FINE);
}
