//! What the parser sees through: it says what is wrong, takes what was meant, and goes on.
struct Point {
    x: i32,
    y: i32,
}

fn bare() -> Point { x: 1, y: 2 } //~ ERROR struct literal body without path

const mut COUNT: u8 = 1; //~ ERROR const globals cannot be mutable

enum Nested {
    struct Inner { a: u8 }, //~ ERROR cannot be nested inside `enum`
    Other,
}

impl Point; //~ ERROR expected `{}`, found `;`

fn generic<T>(t: T) where T: Copy where T: Sized {} //~ ERROR duplicate `where` clauses

type Pointer = *u8; //~ ERROR expected `mut` or `const` keyword in raw pointer type
type Function = fn<T>(u8); //~ ERROR may not have generic parameters

impl Point {
    norm(&self) -> i32 { self.x } //~ ERROR missing `fn` for method definition
}

fn main() {
    let let a = 1; //~ ERROR expected pattern, found `let`
    let const b = 2; //~ ERROR `const` and `let` are mutually exclusive
    if a == b {
    } else a == 3 { //~ ERROR expected `{`, found `a`
    }
    let p = Point { x: 1, y: 2 };
    println!("{}", a + b);
    let x = p->x; //~ ERROR `->` is not valid syntax for field accesses
    let closure = |n: i32| -> i32 n + 1; //~ ERROR expected `{`, found `n`
    for i in 0...3 {} //~ ERROR unexpected token: `...`
    match x {
        1 => {};
        _ => {} //~^ ERROR expected pattern, found `;`
    }
}
