#![deny(unfulfilled_lint_expectations)]
#[expect(unused_variables)] fn a() { let x = 1; }
#[expect(unused_variables)] fn b() { let x = 1; println!("{x}"); }
#[expect(unused_mut, reason = "because")] fn c() {}
#[expect(dead_code)] fn d() {}
#[expect(dead_code, unused_variables)] fn e(y: u8) {}
fn main() { a(); b(); c(); #[expect(unused_must_use)] Err::<u8, u8>(1); #[expect(while_true)] loop { break; } }
