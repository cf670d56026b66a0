//! Heads of items with a word or a bracket too few.

trait T { fn f() }
impl S { fn f() }
struct S;
impl T S {}
struct D { a: u8 = 1 }
struct F { fn f() {} }

fn main() {}
