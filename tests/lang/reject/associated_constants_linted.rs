// What always panics is seen in constants of impls, too, though nothing needs them.
struct S;
impl S {
    const Y: usize = 1 - 2;
    const Z: [u8; 2] = [1, 2];
    const W: u8 = Self::Z[5];
}
trait T {
    const A: u8 = 255 + 1;
    const B: u8;
}
impl T for S {
    const B: u8 = [1][3];
}
fn main() {}
