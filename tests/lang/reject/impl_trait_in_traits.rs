//! `impl Trait` in traits: bounds that an impl's type doesn't meet, hidden types kept hidden, and no trait objects.

use std::fmt::Display;

trait Source {
    fn shown(&self) -> impl Display;
    fn items(&self) -> impl Iterator<Item = u32>;
}

struct Plain;
struct List;

impl Source for List {
    fn shown(&self) -> Plain {
        Plain
    }
    fn items(&self) -> impl Iterator<Item = i32> {
        vec![1].into_iter()
    }
}

fn sum<S: Source>(source: &S) -> u32 {
    source.items()
}

fn object(_: &dyn Source) {}

fn main() {
    println!("{}", sum(&List));
}
