//! A syntax error ends its block, its arm list, its parentheses or its parameter; what follows these is checked all the same.
#![allow(unused)]
struct S {
    x: i32,
    y: i32,
}
fn statement() {
    let x = ;
    let y: u8 = "not looked at";
}
fn after(s: S) {
    let z: u8 = "looked at";
    if s.x == S { x: 1, y: 2 }.x {}
    let t = S { ..s, };
}
fn call() {
    statement(1 +);
    undeclared;
    match 1 { 1 => a; 2 => 3, _ => 4 };
    match 1 { 1 = 2, _ => 3 };
    match 1 { 1, 2 => 3, _ => 4 };
    undeclared_too;
}
fn parameters(x, i32: i32 y: i32) {
    let S { x: a y: b } = z;
    let mut (c, d) = (1, 2);
    let Some(e) = if true { Some(1) } else { None } else { return };
    'a: if true {}
    'static: loop {}
    let half = .5;
    for (i in 0..3) {}
    for i of 0..3 {}
    let n = not true;
    let k = ~n;
    1 == 2 == 3;
    let q = 1 < 2 < 3;
    let r = undeclared;
}
fn arrow() : i32 {
    call;
    "a"
}
fn equals() = 5;
impl S {
    fn a() {}
    let b = 5;
    fn c() {}
}
fn main() {
    S::a();
    call.;
    call.field::<i32>;
    { 1 } >= 2;
    (1 2);
}
