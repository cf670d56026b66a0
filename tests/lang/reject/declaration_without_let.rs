//! A variable with its type, but no `let`.

fn main() {
    let a = 1;
    x: u8 = a;
}
