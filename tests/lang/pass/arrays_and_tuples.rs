// Arrays become tuples and tuples arrays.
fn main() {
    let pair = <[u8; 2]>::from((1, 2));
    let triple: (u8, u8, u8) = [1u8, 2, 3].into();
    let back: [u8; 3] = triple.into();
    println!("{pair:?} {triple:?} {back:?}");
}
