trait T { fn k((a, b): (u8, u8)); fn l(mut x: u8); fn m(&self, _: u8); fn n(&x: &u8); fn o(x @ 1: u8); fn p(ref x: u8); fn q(&mut self, &_: &u8); }
fn main() {}
extern "C" { fn o(mut x: u8); fn p((a, b): (u8, u8)); fn q(_: u8); }
