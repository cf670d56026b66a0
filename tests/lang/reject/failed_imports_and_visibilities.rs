mod m { pub mod n { pub fn f() {} } }
mod a {
    pub(in crate::a::b) fn x() {}
    pub(in a::b) fn y() {}
    pub(in nothere) fn z() {}
    pub mod b {}
}
use m::n::g;
use nothere::x;
use m::n::f;
fn main() {
    x!();
    x();
    g!();
    y!();
    f!();
    a::x();
    a::y();
    a::z();
}
