//! The values of branches are reborrowed once, for the type that is expected of all; so which of two returns is blamed.
#![allow(dead_code)]

fn condition() -> bool {
    true
}

fn same<T>(value: &T) -> &T {
    value
}

struct Keeper {
    kept: String,
}

impl Keeper {
    fn longest<'a>(&self, other: &'a mut String) -> &String {
        if condition() {
            return if condition() { if condition() { same(&(*other)) } else { &(*other) } } else { &self.kept };
        }
        if condition() {
            return &(*other);
        }
        &self.kept
    }
}

fn looked_at_in_a_loop(pairs: &mut (Option<String>, i32)) {
    for _ in 0..3 {
        let look = || {
            let first = pairs.0;
        };
    }
}

fn main() {}
