//! A variant with parameters of its own, which ends the list of variants.

enum Message {
    Quit,
    Vec<i32>,
}

fn main() {}
