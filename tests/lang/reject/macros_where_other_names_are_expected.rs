//! Macros, derives and attributes named where a type, a value, a trait or a pattern is expected.
fn a() { let x = 1; let y: x = 2; }
fn b() { let y: println = 2; }
fn c() { let y = derive; allow(); let z: derive = 1; let w = Debug; }
fn d() { let y = main::x;  }
macro_rules! mine { () => {} }
fn e(x: mine, y: assert_eq) { mine; mine(); mine::x; }
struct S { x: println, y: x }
fn g<T: Debug>() {}
fn h<T: println>() {}
impl mine {}
fn i() { println { x: 1 }; match 1 { println => 1, mine(1) => 2, mine { } => 3, assert::x => 4, _ => 3 }; }
fn main() {}
