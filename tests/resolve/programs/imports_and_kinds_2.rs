fn foo() {}
use bar::foo;
mod bar { pub fn foo() {} pub fn goo() {} }

fn main() {}
