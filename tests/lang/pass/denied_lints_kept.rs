//! Lints that are denied where nothing is wrong by them.
#![deny(warnings, unreachable_patterns, unreachable_code)]
#![deny(unused_variables, unused_mut, unused_imports, non_snake_case)]
use std::collections::HashMap;
use std::fmt::Write as _;
mod m { pub trait Tr { fn go(&self) -> i32 { 1 } } impl Tr for i32 {} pub mod q { pub fn f() {} } }
use m::Tr;
use m::q::*;
struct Point { x: i32, y: i32 }
impl Point { fn sum(&self) -> i32 { self.x + self.y } }
fn takes(mut v: Vec<i32>) -> Vec<i32> { v.push(1); v }
fn main() {
    let mut m: HashMap<String, i32> = HashMap::new();
    m.insert("a".to_string(), 1);
    f();
    let mut s = String::new();
    write!(s, "{}", 5.go()).unwrap();
    let p = Point { x: 1, y: 2 };
    let Point { x, .. } = p;
    println!("{s} {x} {}", p.sum());
    let mut count = 0;
    let mut inc = || count += 1;
    inc();
    println!("{count}");
    for (i, c) in takes(vec![1]).iter().enumerate() { println!("{i}{c}"); }
    let mut t = (1, 2);
    t.0 = 3;
    println!("{:?}", t);
    let y;
    y = 3;
    println!("{}", y);
    if let Some(ref mut z) = Some(1) { *z += 1; println!("{z}"); }
    let mut it = vec![1].into_iter(); while let Some(q) = it.next() { println!("{q}"); }
    let mut bx = Box::new(1); *bx = 2; println!("{bx}");
    let mut arr = [1, 2]; arr[0] = 3; println!("{:?}", arr);
    match Some(3) { Some(n) if n > 2 => println!("{n}"), _ => {} }
}
