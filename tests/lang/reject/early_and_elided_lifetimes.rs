use std::ops::*;
trait T {
    fn n<'b: 'b>(&self, x: &'b u8);
    fn p<'b, 'c>(&self, x: &'b u8, y: &'c u8)
    where
        'b: 'c;
}
impl T for u16 {
    fn n(&self, x: &u8) {}
    fn p<'b: 'c, 'c>(&self, x: &'b u8, y: &'c u8) {}
}
impl T for u8 {
    fn n<'b>(&self, x: &'b u8) {}
    fn p(&self, x: &u8, y: &'_ u8) {}
}
fn f(x: &Box<dyn FnOnce()>) -> u8 {
    x
}
fn main() {}
