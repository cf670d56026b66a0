//! What the pattern of a closure within a closure looks at must be initialised where the outer one is made; the inner is blamed.
#![allow(dead_code)]

struct Pair {
    left: String,
    right: String,
}

fn run<F: FnOnce()>(f: F) {
    f()
}

fn moved_before(pair: Pair) {
    drop(pair);
    run(|| {
        let inner = || {
            let right = pair.right;
        };
    });
}

fn not_looked_at(pair: Pair) {
    drop(pair);
    run(|| {
        let inner = || pair.left.len();
    });
}

fn main() {}
