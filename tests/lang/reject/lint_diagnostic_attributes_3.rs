#![deny(unknown_or_malformed_diagnostic_attributes)]
#[diagnostic::on_const(message = "a")] impl Clone for S { fn clone(&self) -> S { S } }
#[diagnostic::on_const(message = "a")] struct S;
#[diagnostic::on_move] struct S2;
#[diagnostic::on_unknown] struct S3;
#[diagnostic::on_unmatch_args] struct S4;
struct X(#[diagnostic::foo] u8);
fn f(#[diagnostic::foo] x: u8) {}
#[diagnostic::on_unimplemented(message = "a", note = "{A}")]
#[diagnostic::on_unimplemented(label = "x", note = "b")]
#[diagnostic::on_unimplemented(message = "b {Z}")]
trait A {}
fn main() {}
