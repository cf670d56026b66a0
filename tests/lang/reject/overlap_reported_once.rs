//! An impl that overlaps is reported once, against the first that it overlaps, and is left out of account for those after it.
trait T {} impl<X> T for X {} impl T for i32 {} impl T for &str {}
trait U<A> {} impl<A> U<A> for i32 {} impl U<u8> for i32 {} impl<A> U<i32> for A {} impl U<i32> for i64 {}
fn main() {}
