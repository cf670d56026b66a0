#![deny(warnings)]
#![allow(dead_code, unused)]
#[diagnostic::on_unimplemented(message = "{A:x}")]
trait A {}
#[diagnostic::on_unimplemented(messag = "a")]
trait B {}
fn f() { x; }
fn main() {}
