//! Functions of std that may be promoted: a borrow of what they give is `'static`.
use std::mem::{align_of, size_of};
use std::ops::RangeInclusive;
fn limits() -> (&'static u32, &'static i8) {
    (&u32::max_value(), &i8::min_value())
}
struct S {
    d: &'static RangeInclusive<i32>,
    n: &'static usize,
}
fn f<T>() -> &'static usize {
    &size_of::<T>()
}
fn g() -> &'static [u64] {
    &[u64::max_value(), 1 + u8::max_value() as u64]
}
fn main() {
    let s = S {
        d: &(1..=4),
        n: &(size_of::<u64>() + align_of::<u16>()),
    };
    println!("{:?} {} {:?} {} {} {:?}", s.d, s.n, limits(), f::<u16>(), f::<[u8; 3]>(), g());
    let p: &'static *const i32 = &std::ptr::null();
    println!("{}", p.is_null());
    for i in &(1..=2).collect::<Vec<i32>>() {
        println!("{i} {}", (1..=i + 1).sum::<i32>());
    }
    match 3 {
        n if (1..=4).contains(&n) => println!("in"),
        _ => {}
    }
}
