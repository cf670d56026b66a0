//! Attributes that nobody defines, on items, fields, variants, parameters, methods, statements and arms.
#[foo]
fn a() {}

#[foo(bar)]
struct S {
    #[bar]
    x: i32,
}

#[tool::thing]
enum E {
    #[qux]
    A,
}

fn b(#[par] x: i32) -> i32 {
    #[stm]
    let y = x;
    match y {
        #[arm]
        _ => y,
    }
}

impl S {
    #[method]
    fn m() {}
}

#[derive(Debug)]
#[helper]
struct T;

fn main() {}
