//! What a `const` block must not do is told as of other constants; its variables, loops and `return` are its own.
use std::cell::Cell;
fn main() {
    let x = const { &mut 5 };
    let y: &'static Cell<i32> = const { &Cell::new(5) };
    let z = const { String::from("a") };
}
const fn told(n: u32) -> u32 {
    let text = format_args!("too small: {n}");
    if n > 9 {
        panic!("{}", "text alone is fine")
    }
    loop {}
}
