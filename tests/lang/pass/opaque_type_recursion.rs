//! A function that returns an opaque type calls itself.
fn i(n: i32) -> impl std::fmt::Debug { if n > 0 { return i(n - 1); } 5 }
fn j(n: i32) -> impl Fn(i32) -> i32 { move |x| if x > n { j(x)(n) } else { x } }
fn main() { println!("{:?} {}", i(3), j(1)(0)); }
