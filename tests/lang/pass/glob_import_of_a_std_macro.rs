//! A glob import of a module of std brings its macros.

use std::mem::*;
use std::ptr::*;

#[repr(C)]
struct Pair {
    small: u8,
    large: u32,
}

fn main() {
    let pair = Pair { small: 1, large: 2 };
    let at = addr_of!(pair.large);
    println!("{} {} {}", offset_of!(Pair, large), size_of::<Pair>(), pair.small);
    println!("{}", unsafe { *at });
}
