//! Closures that are said to be static, beside static items.

static A: u8 = 1;
fn f() { static B: u8 = 2; static mut C: u8 = 3; let c = static || 1; static move |x: u8| x; c(); let x: u8 = "a"; foo(static |y| y); }
fn foo(f: fn(u8) -> u8) {}
fn main() { static || {}; }
