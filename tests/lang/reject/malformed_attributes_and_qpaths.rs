//! Attributes that are wrong in themselves, and paths that begin with a type without angle brackets.
#![allow(unused, mut)]

#[derive(Debug = "x")]
struct WithValue(i32);

#[derive(Debug Clone)]
struct NoComma(i32);

fn not_an_item() {
    undefined_after_the_list;
}

fn qualified() {
    let a = [u8; 3]::nothing();
    let b = (i32, u8)::nothing();
    undefined_after_the_path;
}

fn attribute_in_a_block() {
    #[allow unused]
    let x = 1;
    passed_over;
}

fn fields(v: [u8]::Item) {}

fn keyword_fields(v: &WithValue) {
    v.mut;
    v.while;
}

fn literals() {
    WithFields { a: 1 +, b: 2 };
    WithFields { a: 1 2, b: 3 };
}

struct WithFields {
    a: i32,
    b: i32,
}

impl WithFields {
    fn fine(&self) {}
    pub missing_fn(&self) -> i32 {
        1
    }
}

fn main() {
    undefined_in_main;
}
