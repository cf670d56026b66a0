mod m { pub mod n { pub fn f() {} } }
mod a {
    pub(in crate::a::b) fn x() {}
    pub(in a::b) fn y() {}
    pub(in nothere) fn z() {}
    pub mod b {}
}
mod hidden { trait Hid { fn hid(&self) {} } impl Hid for i32 {} }
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
    1.hid();
    1i32.hid();
}
