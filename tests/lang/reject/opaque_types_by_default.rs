fn f() -> impl Default { Default::default() }
fn g() -> impl Default { g() }
fn h() -> impl Default + Copy { Default::default() }
fn i() -> impl From<u8> { From::from(1) }
fn main() { f(); }
