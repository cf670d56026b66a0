//! `!` is stable behind `->` only; a parameter's unknown type and what `?` gives of an unknown name are errors but once.
type Never = !;
fn returns() -> ! {
    loop {}
}
fn takes(f: fn() -> !, g: impl Fn() -> !, h: Option<!>) {
    let closure = || -> ! { returns() };
    let x: ! = closure();
}
fn unknown() {
    undeclared?;
    if undeclared = 5 {}
}
fn patterns(c: char, n: u8, i: i32) {
    match c {
        0..=9 => {}
        _ => {}
    }
    match n {
        -1 => {}
        _ => {}
    }
    match i {
        1..='a' => {}
        _ => {}
    }
}
fn main() {
    println!("{s.0.1}");
    println!("{s.len}");
    println!("{ x}");
}
