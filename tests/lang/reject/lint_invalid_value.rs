#![deny(invalid_value)]
use std::mem::{self, MaybeUninit};
#[derive(Clone, Copy)] struct S { r: &'static u8 }
struct P { a: u8, b: S }
enum Void {}
enum E { A, B }
enum One { Only(&'static u8) }
#[allow(dead_code)]
fn main() { unsafe {
    let _: &u8 = mem::zeroed();
    let _: S = mem::zeroed();
    let _: P = mem::zeroed();
    let _: u8 = mem::zeroed();
    let _: fn() = mem::zeroed();
    let _: Box<u8> = MaybeUninit::zeroed().assume_init();
    let _: [u8; 4] = MaybeUninit::uninit().assume_init();
    let _: u8 = MaybeUninit::uninit().assume_init();
    let _: bool = MaybeUninit::uninit().assume_init();
    let _: Option<&u8> = mem::zeroed();
    let _: Option<&u8> = MaybeUninit::uninit().assume_init();
    let _: &u8 = mem::transmute(0usize);
    let _: E = mem::zeroed();
    let _: std::num::NonZeroU8 = mem::zeroed();
    let _: *const u8 = mem::zeroed();
    let _: *const u8 = MaybeUninit::uninit().assume_init();
    let _: *const dyn Fn() = mem::zeroed();
    let _: E = MaybeUninit::uninit().assume_init();
    let _: Void = mem::zeroed();
    let _: One = mem::zeroed();
    let _: (u8, &u8) = mem::zeroed();
    let _: [&u8; 2] = mem::zeroed();
    let _: [&u8; 0] = mem::zeroed();
    let _: char = MaybeUninit::uninit().assume_init();
    let _: f32 = MaybeUninit::uninit().assume_init();
    let _: MaybeUninit<u8> = MaybeUninit::uninit().assume_init();
    let _: () = MaybeUninit::uninit().assume_init();
    let _: &str = mem::zeroed();
    let _: String = mem::zeroed();
    let _: Vec<u8> = MaybeUninit::zeroed().assume_init();
    let _: std::cell::Cell<&u8> = mem::zeroed();
} }
fn gen<T>() -> T { unsafe { mem::zeroed() } }
