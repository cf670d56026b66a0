// Paths that begin with `::` name crates.
fn a() -> Vec<::Box<u8>> {
    loop {}
}
fn b() {
    ::foo();
    let x = ::y;
    ::Z {};
    match 1 {
        ::Q => {}
        ::R(..) => {}
    }
    ::mac!();
    ::S::new();
    ::std::nope();
}
fn c(x: ::i32, y: ::std::Foo, z: ::S) {}
struct S;
impl ::Tr for S {}
use ::nope;
use ::S as S2;
mod m {
    pub fn f(x: ::S) {}
}
fn main() {}
