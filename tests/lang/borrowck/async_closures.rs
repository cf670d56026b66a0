//! Loans and moves of `async` closures, which are told as plain uses.
fn moved_while_borrowed() {
    let text = String::new();
    let closure = async || text.len();
    drop(text);
    closure();
}

fn changed_while_borrowed() {
    let mut count = 0;
    let mut closure = async || count += 1;
    closure();
    count = 1;
    closure();
}

fn used_after_the_move() {
    let text = String::new();
    let closure = async move || text.len();
    text.len();
    closure();
}

fn returned() -> impl AsyncFn() -> usize {
    let text = String::new();
    async || text.len()
}

fn through_a_reference() {
    let mut text = String::new();
    let reference = &mut text;
    let closure = async || reference.push('a');
    reference.push('b');
    closure();
}

fn main() {}
