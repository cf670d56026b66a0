const unsafe fn f() -> u8 { panic!("a") }
const A: u8 = f();
const B: u8 = { unsafe { f() }; f() };
static C: u16 = std::mem::transmute(1u8);
const fn g() -> u8 { f() }
const D: u8 = g();
const E: usize = [1, 2][g2()]; const fn g2() -> usize { h2() } const unsafe fn h2() -> usize { 2 }

fn main() {}
