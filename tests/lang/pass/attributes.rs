//! Attributes of all sorts where they may stand.
#![allow(dead_code, reason = "only examples")]
#![forbid(unsafe_code)]

#[derive(Debug, Default, Clone, PartialEq)]
#[non_exhaustive]
#[repr(C, align(16))]
struct Point {
    #[cfg(debug_assertions)]
    x: i32,
    #[cfg(not(debug_assertions))]
    x: i64,
}

#[derive(Debug, Default)]
#[repr(u8)]
enum Colour {
    #[default]
    Red = 1,
    #[deprecated(since = "1.0", note = "too green")]
    Green,
}

#[repr(transparent)]
struct Wrapper(i32, ());

#[inline(always)]
#[must_use = "the sum"]
#[doc = "Adds."]
#[rustfmt::skip]
fn add(#[allow(unused_variables)] a: i32, b: i32) -> i32 { a + b }

#[cold]
#[track_caller]
#[allow(clippy::all)]
fn fail() {}

#[test]
fn not_now() {
    unknown();
}

fn main() {
    #[allow(unused_mut)]
    let mut p = Point::default();
    #[rustfmt::skip]
    let sum = add(1, 2);
    println!("{p:?} {:?} {sum} {}", Colour::default(), Wrapper(3, ()).0);
    println!("{}", std::mem::align_of::<Point>());
    fail();
}
