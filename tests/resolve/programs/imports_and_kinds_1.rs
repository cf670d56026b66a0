use bar::foo;
fn foo() {}
mod bar { pub fn foo() {} pub fn goo() {} }

fn main() {}
