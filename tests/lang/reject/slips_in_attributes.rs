//! An attribute without its brackets.
#derive(Debug)
struct S;

fn main() {}
