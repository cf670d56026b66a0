//! Elided lifetimes
//! Where a signature leaves its lifetimes out, the rules fill them in: each parameter has its own; with one input lifetime
//! the result has that; a method's result has that of `self`. So the result of `first` keeps the borrow of `text` alive.

struct Parser {
    text: String,
    at: usize,
}

impl Parser {
    fn rest(&self, _unrelated: &str) -> &str {
        &self.text[self.at..]
    }
}

fn first(text: &str) -> &str {
    &text[..1]
}

fn main() {
    let text = String::from("crab");
    let letter = first(&text);
    println!("{letter}");

    let parser = Parser { text, at: 2 };
    let rest;
    {
        let note = String::from("short lived");
        rest = parser.rest(&note);
    }
    println!("{rest}");
}
