#[derive(Default, Debug)] struct A { x: [i32; 3], y: [u8; 32] }
#[derive(Default)] struct B { x: [i32; 33] }
fn g<const N: usize>() -> [u8; N] { Default::default() }
fn h<T>() -> [T; 0] { Default::default() }
fn i<T>() -> [T; 1] { Default::default() }
fn d<T: Default>() {}
fn main() { d::<[i32; 40]>(); d::<[i32; 32]>(); d::<[i32; 0]>(); let x: [u8; _] = Default::default(); let y = <[_; 3]>::default(); let z: [String; 2] = Default::default(); d::<[[u8; 4]; 34]>(); }
