//! Constants, statics and discriminants whose values go round in a circle, and statics that merely refer to each other.

const A: u32 = B;
const B: u32 = A;

const C: u32 = if true { D + 1 } else { 0 };
const D: u32 = C;

const fn f() -> u32 {
    E
}
const E: u32 = f();

static S: u32 = S;
static T: u32 = U;
static U: u32 = T;

enum Rank {
    Low = Rank::Low as isize,
}

trait Sized2 {
    const X: u8 = Self::Y;
    const Y: u8 = Self::X;
}
impl Sized2 for u8 {}
const Z: u8 = <u8 as Sized2>::X;

fn main() {}
