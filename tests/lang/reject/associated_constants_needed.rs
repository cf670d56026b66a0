// Constants of impls are evaluated where they are needed, each of them.
const fn boom(n: usize) -> u8 {
    [1u8][n]
}
struct S;
struct G<const ID: usize>;
impl S {
    const X: u8 = boom(3);
    const Y: usize = 5;
    const NEVER: u8 = boom(9);
}
impl<const ID: usize> G<ID> {
    const ZERO: u8 = boom(ID);
}
fn main() {
    println!("{}", S::Y);
    let _ = S::X;
    let _ = G::<0>::ZERO;
    let _ = G::<1>::ZERO;
}
