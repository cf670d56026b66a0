//! Near misses of E0106, E0195, E0261, E0262, E0309, E0310, E0311, E0491, E0521, E0621, E0700 and "lifetime may not live long
//! enough": signatures whose lifetimes fit.

use std::fmt::{Debug, Display};

static GREETING: &str = "hello";

struct Words<'text> {
    rest: &'text str,
}

impl<'text> Words<'text> {
    /// Lives as long as the text, longer than `self`.
    fn next(&mut self) -> Option<&'text str> {
        let (word, rest) = self.rest.split_once(' ').unwrap_or((self.rest, ""));
        self.rest = rest;
        if word.is_empty() { None } else { Some(word) }
    }

    /// Elided: that of `self`, whatever else is passed.
    fn peek(&self, _hint: &str) -> &str {
        self.rest
    }
}

/// Only one lifetime goes in: the output's needs no name.
fn first(words: &[String]) -> &String {
    &words[0]
}

fn constant(_: &str, _: &str) -> &'static str {
    GREETING
}

fn longer<'a, 'b: 'a>(x: &'a str, y: &'b str) -> &'a str {
    if x.len() > y.len() { x } else { y }
}

fn shorten<'short, 'long: 'short>(long: &'short &'long str) -> &'short &'short str {
    long
}

fn store<'a>(list: &mut Vec<&'a str>, item: &'a str) {
    list.push(item);
}

trait Shape<'a> {
    fn label<'b>(&'b self, other: &'b str) -> &'b str;
    fn name(&self, fallback: &'a str) -> &'a str;
}

struct Square;

/// Other names, or none, for the same lifetimes.
impl<'x> Shape<'x> for Square {
    fn label<'z>(&'z self, other: &'z str) -> &'z str {
        other
    }
    fn name(&self, fallback: &'x str) -> &'x str {
        fallback
    }
}

/// `T: 'a` follows from the field.
struct Holder<'a, T> {
    value: &'a T,
}

struct Nested<'a, 'b> {
    inner: Holder<'a, &'b str>,
    direct: &'a &'b str,
}

fn boxed<'a, T: Debug + 'a>(value: T) -> Box<dyn Debug + 'a> {
    Box::new(value)
}

fn owned<T: Display + 'static>(value: T) -> Box<dyn Display> {
    Box::new(value)
}

fn shown<'a, T: Debug>(value: &'a T) -> Box<dyn Debug + 'a> {
    Box::new(value)
}

fn hidden(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().rev()
}

fn escapes(text: &str, out: &mut Vec<String>) {
    let mut keep = |part: &str| out.push(part.to_string());
    keep(text);
    keep("end");
}

fn every(f: impl for<'r> Fn(&'r str) -> &'r str) -> usize {
    let local = String::from(" local ");
    f(&local).len() + f(GREETING).len()
}

fn main() {
    let text = String::from("one two three");
    let mut words = Words { rest: &text };
    let first_word = words.next();
    println!("{first_word:?} {}", words.peek("x"));
    println!("{}", first(&[text.clone()]));
    println!("{} {}", constant("a", "b"), longer("abc", &text));
    let mut list = vec!["a"];
    store(&mut list, &text);
    println!("{list:?} {}", shorten(&&*text));
    println!("{} {}", Square.label("l"), Square.name("n"));
    let word: &str = "word";
    let nested = Nested { inner: Holder { value: &word }, direct: &word };
    println!("{} {}", nested.inner.value, nested.direct);
    println!("{:?} {} {:?}", boxed(&text), owned(5), shown(&text));
    println!("{}", hidden("abc").collect::<String>());
    let mut out = Vec::new();
    escapes(&text, &mut out);
    println!("{out:?} {}", every(|s| s.trim()));
}
