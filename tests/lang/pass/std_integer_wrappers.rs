//! The wrappers of integers: NonZero, Saturating, Wrapping.

use std::num::{NonZero, NonZeroU32, Saturating, Wrapping};
const N: NonZeroU32 = NonZeroU32::new(7).unwrap();
fn main(){
    let mut h = Wrapping(0xcbf29ce484222325u64);
    for b in "hello".bytes() { h ^= Wrapping(b as u64); h *= Wrapping(0x100000001b3); }
    println!("{:x} {:?} {}", h, Wrapping(200u8) + Wrapping(100), Wrapping(1i32) << 33);
    println!("{:?} {} {}", Saturating(200u8) + Saturating(100), Saturating(i32::MIN) - Saturating(4), -Saturating(i8::MIN));
    println!("{} {:?} {}", N, NonZero::new(0u8), std::mem::size_of::<Option<NonZeroU32>>());
    println!("{} {}", 100u32 / N, 100u32 % N);
    println!("{:?} {:?}", "0".parse::<NonZeroU32>(), NonZero::try_from(9i64));
    println!("{:?}", NonZero::new(-5i32).map(|n| n.unsigned_abs().get()));
    println!("{:?}", Saturating::<u16>::MAX.pow(2));
}
