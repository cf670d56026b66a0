mod foo { pub const X: u32 = 1; pub fn f() {} fn p() {} pub(crate) fn pc(){} mod n {} struct S; }
pub use foo as foo2; pub mod a { mod b { pub struct S; } pub use self::b::S; pub use self::b; }
mod z { fn f() {} pub mod y { pub use super::f; } struct P; pub mod x { pub use super::P; } }
pub(crate) mod w { pub(crate) fn v() {} } pub use w::v;

fn main() {}
