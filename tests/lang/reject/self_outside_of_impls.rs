//! `self` where there is no impl, receivers that don't parse, attributes before no item.

struct S;
fn deref(&self) -> &u8 {
    self.x
}
fn other(self: Box<Self>, x: u8) -> u8 {
    self.y + x
}
mod m {
    pub fn four(&'a self) {}
}
impl S {
    fn a(self x: u8) {}
    fn b(mut self x: u8) {}
    fn c(&mut self x: u8) -> u8 {
        x
    }
    fn d(&mut self; x: u8) {}
    fn f(&self: Self) {}
    fn h(self = 1) {}
    #[inline]
    /// Of nothing.
    #[cold]
    let x = 1;
}
impl S {
    #[inline]
}
trait T {
    /// Nothing.
    5
}
fn each(x: &[u8]) -> u8 {
    let mut tmp = 0;
    for _x in &tmp {}
    tmp |= x[0];
    tmp
}

fn main() {
    deref(1);
    other(1);
    m::four();
}
