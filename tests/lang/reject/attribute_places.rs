//! Attributes where they can't stand: inline and track_caller off functions, non_exhaustive on a trait, repr on the wrong items.
#[inline]
struct Point(i32);

#[inline]
impl Point {
    #[non_exhaustive]
    fn x(&self) -> i32 {
        self.0
    }
}

#[non_exhaustive]
trait Shape {
    #[track_caller]
    const SIDES: i32;
}

#[repr(u8)]
struct Byte(u8);

#[repr(packed)]
enum Packed {
    A,
}

#[repr(C)]
fn layout() {}

#[track_caller]
extern "C" fn abi() {}

fn main() {
    #[inline]
    let x = 1;
}
