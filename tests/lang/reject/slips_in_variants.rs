//! A variant that looks like a field.

enum Message {
    quit: u8,
    Move,
}

fn main() {}
