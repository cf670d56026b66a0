//! Impls of traits by each other that never come to an end, but that nobody needs; a function that returns what it calls itself for.
trait Near {
    fn near(&self) -> u8;
}

trait Far {
    fn far(&self) -> u8;
}

impl<T: Near> Far for T {
    fn far(&self) -> u8 {
        self.near() + 1
    }
}

impl<T: Far> Near for T {
    fn near(&self) -> u8 {
        self.far() + 1
    }
}

fn both<T: Near>(value: T) -> u8 {
    value.near()
}

fn countdown(n: u8) -> impl Copy + Into<i64> {
    if n == 0 { 7 } else { countdown(n - 1) }
}

fn total<T: Iterator<Item = u8, Item = u8>>(values: T) -> u8 {
    values.sum()
}

fn into_any<T: Into<impl std::fmt::Debug>>(value: T) {
    let _ = value;
}

fn main() {
    let n: i64 = countdown(3).into();
    println!("{n} {}", total([1, 2].into_iter()));
}
