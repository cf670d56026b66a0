use x::*;
mod a { pub struct W; } mod b { pub struct W; }
mod x { pub use crate::a::*; pub use crate::b::*; }
mod y { pub use crate::x::*; fn f() { let _ = W; } }
mod z { pub use crate::x::W; fn f() { let _ = W; } }
mod aa { pub use crate::y::*; fn f() { let _ = W; } }
fn main() { let _ = W; let _ = x::W; let _ = y::W; let _ = aa::W; }
