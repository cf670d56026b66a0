trait T {
    const C: u8;
    const D: u8 = Self::C + 1;
}
struct A;
impl T for A {
    const C: u8 = 255;
}
struct S(u8);
impl S {
    const fn m(&self) -> u8 { self.0 + 255 }
    const fn n(self) -> S { S(self.m()) }
}
const LEN: usize = [1, 2, 3].len() - 4;
const TWICE: S = S(1).n();
const UNWRAPPED: u8 = None::<u8>.unwrap();
const WRONG: u8 = "not a number";
const FINE: u8 = S(0).m();
static DIVIDED: u32 = 7 / (FINE as u32 - 255);
fn main() {
    let x: u8 = true;
    println!("{} {}", x, A::D);
}
