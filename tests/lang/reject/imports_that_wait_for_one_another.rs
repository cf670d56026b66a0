//! Imports in a circle: one of them is to blame; a glob that leads nowhere may have brought any name.
mod m {
    use nothing::*; //~ ERROR E0432
    pub fn f() { g(); let x: Foo = Bar { a: 1 }; }
}
use self::x as y; //~ ERROR E0432
use self::y as x;
mod p {
    pub use crate::q::first;
    pub use crate::q::second as third; //~ ERROR E0432
}
mod q {
    pub use crate::p::first; //~ ERROR E0432
    pub use crate::p::third as second;
}
fn main() {
    undefined();
    Type::method();
    x();
}
