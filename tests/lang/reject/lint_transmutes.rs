#![deny(integer_to_ptr_transmutes, unnecessary_transmutes)]
use std::mem::{transmute, self};
struct Z;
const K: u32 = unsafe { transmute(1.5f32) };
const fn cf(x: u32) -> f32 { unsafe { mem::transmute(x) } }
fn main() { unsafe {
    let _: *const u8 = transmute(0usize);
    let _: *const Z = transmute(8usize);
    let _: *const u8 = transmute(8u64);
    let _: *const u8 = transmute(8isize);
    let _: usize = transmute(1.0f64);
    let _: isize = transmute(1.0f64);
    let _: f64 = transmute(1usize);
    let _: char = transmute(5i32);
    let _: i32 = transmute('c');
    let _: i8 = transmute(true);
    let _: [u8; 8] = transmute(1.0f64);
    let _: f32 = transmute([0u8; 4]);
    let _: i64 = transmute(1u64);
    let _: [i8; 4] = transmute(1u32);
    let _: i128 = transmute(1u128);
    let _: usize = transmute(1isize);
    let _: u64 = transmute(1usize);
    let _: fn() = transmute(1usize);
    let _: &[u8; 0] = transmute(1usize);
    let _: Option<&u8> = transmute(1usize);
} }
