#![feature(yeet_expr, postfix_match)]

fn f() -> Result<u8, u8> {
    do yeet 1.match { 1 => 2, _ => 3 };
}

fn main() {}
