//! The brace of an enum is missing: the next item is taken for a variant.

enum E {
    A,
    B,

impl E {
    fn f(&self) {}
}

fn main() {}
}
