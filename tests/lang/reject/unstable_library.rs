//! What std keeps behind features can't be named or called; a trait of one's own with the same method is not affected.
use std::ops::Try;
use std::str::pattern::Pattern;
fn matches<P: Pattern>(_pattern: P) -> bool {
    true
}
trait Ahead: Iterator {
    fn advance_by(&mut self, n: usize) -> usize {
        n
    }
}
impl Ahead for std::ops::Range<u8> {}
fn main() {
    let mut it = [1, 2, 3].iter();
    it.advance_by(2);
    println!("{}", (0..4u8).advance_by(3));
    let power = std::num::Wrapping(3i32).pow(2);
    let inner = Box::into_inner(Box::new(1));
    let most = std::num::Wrapping::<i32>::MAX;
    let pairs = [1, 2, 3, 4].iter().array_chunks::<2>();
    let used = std::hint::must_use(3);
    let add = |x: i32| x + 1;
    add.call((1,));
    Some(3).branch();
    let _ = matches("a");
}
