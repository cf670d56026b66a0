//! Methods whose lifetime parameters aren't those of the trait.

trait Parse {
    fn parse<'a>(input: &'a str) -> &'a str;
    fn skip(&self, input: &str) -> usize;
}

struct Number;

impl Parse for Number {
    fn parse(input: &str) -> &str {
        input
    }
    fn skip<'a, 'b: 'a>(&'a self, input: &'b str) -> usize {
        input.len()
    }
}

struct Word;

impl Parse for Word {
    fn parse<'x>(input: &'x str) -> &'x str {
        input
    }
    fn skip(&self, _: &str) -> usize {
        1
    }
}

fn main() {}
