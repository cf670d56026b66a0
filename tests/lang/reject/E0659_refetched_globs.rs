use x::*;
mod a { pub struct W; } mod b { pub struct W; } mod c { pub struct W; } mod p { pub use q::*; mod q { pub struct V; } }
mod x { pub use crate::a::*; pub use crate::b::*; pub use crate::p::*; }
mod m { use crate::n::*; use crate::a::*; fn f() { let _ = W; } } mod n { pub use crate::o::W; } mod o { pub use crate::b::*; }
mod r { use crate::s::*; use crate::a::*; use crate::c::*; fn f() { let _ = W; } } mod s { pub use crate::o::*; pub use crate::c::*; }
mod t { use crate::u::W; fn f() { let _ = W; } } mod u { pub use crate::v::*; pub use crate::a::*; } mod v { pub use crate::u::*; pub use crate::b::*; }
mod w { pub use crate::a::*; pub struct W; } mod ab { use crate::ac::*; use crate::b::*; fn f() { let _ = W; } } mod ac { pub use crate::ad::*; pub use crate::a::W; } mod ad { pub use crate::c::*; }
fn main() {}
