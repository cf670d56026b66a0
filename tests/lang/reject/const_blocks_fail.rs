//! A `const` block or associated constant that fails for some arguments is told where these are used, and but once.
use std::mem::size_of;
struct Is4<T>(T);
impl<T> Is4<T> {
    const CHECK: () = assert!(size_of::<T>() == 4);
}
fn check<T>() {
    Is4::<T>::CHECK;
}
fn below<const N: usize>() -> usize {
    const { 3 - N }
}
fn never<T>() {
    const { panic!("not used") }
}
fn main() {
    check::<u32>();
    check::<u64>();
    let closure = || below::<4>();
    println!("{} {}", below::<2>(), closure());
}
