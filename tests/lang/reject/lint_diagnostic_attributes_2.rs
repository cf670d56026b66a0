#![deny(unknown_or_malformed_diagnostic_attributes)]
#[diagnostic::on_unimplemented(message = "a")] struct S;
#[diagnostic::on_unimplemented(message = "a")] enum E {}
#[diagnostic::on_unimplemented(message = "a")] fn f() {}
#[diagnostic::on_unimplemented(message = "a")] mod m {}
#[diagnostic::on_unimplemented(message = "a")] impl S { #[diagnostic::on_unimplemented(message = "a")] fn g(&self) {} }
#[diagnostic::on_unimplemented(message = "a")] const C: u8 = 1;
#[diagnostic::on_unimplemented(message = "a")] macro_rules! m { () => {} }
#[diagnostic::on_unimplemented(message = "a")] type T = u8;
#[diagnostic::on_unimplemented(message = "a")] use std::vec::Vec;
trait Tr { #[diagnostic::on_unimplemented(message = "a")] fn m(&self) {} }
#[diagnostic::do_not_recommend] impl S {}
#[diagnostic::do_not_recommend] trait Tr2 {}
#[diagnostic::do_not_recommend] fn h() {}
#[diagnostic::do_not_recommend] impl Tr for S {}
#[diagnostic::do_not_recommend()] impl Tr for u8 {}
#[diagnostic::do_not_recommend = "a"] impl Tr for u16 {}
#[diagnostic::do_not_recommend(a)] impl Tr for u32 {}
#[diagnostic::do_not_recommend(a)] struct Q;
#[diagnostic::do_not_recommend] #[diagnostic::do_not_recommend] impl Tr for u64 {}
#[diagnostic::on_unimplementedd] trait U1 {}
#[diagnostic::do_not_recomend] trait U2 {}
#[diagnostic::something::else_] trait U3 {}
#[diagnostic] trait U4 {}
fn main() { #[diagnostic::on_unimplemented(message = "a")] let x = 1; match 1 { #[diagnostic::foo] _ => {} } }
