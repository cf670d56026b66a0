//! A constant in a signature sees the parameters, but may not use them; an `await` out of place is told once.
fn returned(n: usize) -> [i32; n] {
    [0; n]
}
fn taken(n: usize, list: [u8; n]) {}
struct Waits;
fn waits() {
    let future = Waits;
    future.await;
}
fn main() {
    let list = vec![Waits, 5];
}
