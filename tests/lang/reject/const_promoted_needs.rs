trait T {
    const C: u8;
    const D: u8 = Self::C + 1;
}
struct A;
impl T for A {
    const C: u8 = 255;
}
fn main() {
    println!("{}", A::D);
}
