trait T {
    fn a();
    fn b();
    fn c(self: Box<Self>);
}
struct S;
impl T for S {
    fn a(self: Box<Self>) {}
    fn b(self: &Self) {}
    fn c() {}
}
mod m {
    pub struct Upper;
}
use m::Self;
macro_rules! dash { ($-x:expr) => {} }
fn main() {}
