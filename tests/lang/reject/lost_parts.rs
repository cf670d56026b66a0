// What rustc's parser gives up of expressions and patterns, and attributes within `cfg_attr`.
fn patterns(x: i32) {
    match x {
        x.f() => {}
        x + 1 | 2 => {}
        1..=x + 1 => {}
        x[0] => {}
        (x.y, 2) => {}
        -1 + 2 => {}
        1 as i32 => {}
        1... => {}
        ...5 => {}
        mut mut y => {}
    }
    match &x {
        &1..=2 => {}
        _ => {}
    }
    let 1 + 2 = 3;
    if let x.y = 1 {}
    if let Some(x) == Some(x) {}
    let f = |x + 1| 2;
}
fn parameter(x + 1: i32) {}
fn expressions(x: i32) {
    let a = unknown..=;
    'label loop { break }
    println!{} + 1;
    let c = c"a\0b\x00\u{0}";
}
#[cfg_attr(foo bar)]
struct A;
#[cfg_attr(all(), foo bar)]
struct B;
#[cfg_attr(all(), allow(unused) x)]
struct C;
#[cfg_attr(foo = "a" b)]
struct D;
#[cfg(foo bar)]
fn main() {}
