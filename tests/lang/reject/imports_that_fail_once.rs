//! What a private import names is an error once, however it is used; what one `use` fails to bring is told together.
mod m { fn g() {} struct S; impl S { pub fn f(&self) {} } pub(self) use self::g as h; pub struct T(i32); pub trait Z { fn z(&self) {} } trait Y { fn y(&self) {} } impl Y for i32 {} macro_rules! mm { () => {} } pub mod n { pub struct T(pub i32); } }
use m::g;
use m::S;
use m::h;
use m::T;
use m::Y;
use m::n::T as TT;
use g as gg;
pub use m::S as SS;
fn main() {
    g(1, 2);
    let s: S = 1;
    S.f();
    S.nope();
    h(1);
    let x: T = 5;
    5i32.y();
    let y: gg;
}
mod several {
    use std::collections::{HashMap, Missing, Absent};
}
