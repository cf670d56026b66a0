#![deny(forbidden_lint_groups)]
#![forbid(unused)]
#[allow(unused_variables)] fn f() {}
fn main() {}
