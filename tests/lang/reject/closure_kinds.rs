//! Closures that change or use up what they capture, where something weaker is needed.

struct Pair {
    left: String,
    right: Option<String>,
}

fn often(_: impl Fn()) {}

fn repeatedly(_: impl FnMut()) {}

fn counts() {
    let mut n = 0;
    let c = || n += 1;
    often(c);
}

fn uses_up(pair: Pair) {
    let c = || drop(pair.left);
    repeatedly(c);
}

fn changes_part(pair: &mut Pair) {
    let c = || {
        let _ = pair.right.take();
    };
    often(c);
}

fn main() {}
