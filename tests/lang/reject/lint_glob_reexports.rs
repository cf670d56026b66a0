#![deny(ambiguous_glob_reexports, hidden_glob_reexports)]
pub mod a { pub fn f() {} pub struct S; pub mod m {} pub enum E { X } pub const K: u8 = 1; }
pub mod b { pub fn g() {} pub struct S2; pub mod m {} pub const K: u8 = 2; }
pub mod x { pub use crate::a::*; pub use crate::b::*; }
pub mod y { pub use crate::a::*; fn f() {} struct S; mod m {} const K: u8 = 1; }
pub mod z { pub use crate::a::*; use crate::b::K; pub(crate) fn f() {} pub struct S; }
mod priv_ { pub use crate::a::*; fn f() {} pub use crate::b::*; }
pub mod w { pub use crate::a::*; pub use crate::a::*; pub use crate::b::K; }
fn main() {}
