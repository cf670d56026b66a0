//! Lifetimes that are missing, not declared, or can't be declared.

struct View {
    text: &str,
}

struct Two<'a> {
    first: &'a str,
    second: &'b str,
}

fn pick(a: &str, b: &str) -> &str {
    a
}

fn none() -> &String {
    unimplemented!()
}

fn undeclared(a: &'a str) -> usize {
    a.len()
}

fn builtin<'static>(a: &'static str) {}

fn named<'a>(a: &'a str, b: &str) -> &'a str {
    a
}

fn main() {}
