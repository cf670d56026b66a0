// Default holds of arrays up to 32 elements; a type that is wanted of a call doesn't hide the bounds on a closure.
use std::num::Wrapping;
use std::vec::ExtractIf;

#[derive(Default, Debug)]
struct A {
    x: [i32; 3],
    y: [u8; 32],
}

fn none<T>() -> [T; 0] {
    Default::default()
}

fn main() {
    println!("{:?}", A::default().x);
    let [a, b]: [String; 2] = Default::default();
    let z = <[u8; 4]>::default();
    let w: [[i32; 2]; 2] = Default::default();
    println!("{a}{b}{z:?}{w:?}{:?}", none::<u8>());
    let mut v = vec![1, 2, 3, 4];
    let even: ExtractIf<'_, _, _> = v.extract_if(.., |x| *x % 2 == 0);
    println!("{:?}", even.collect::<Vec<_>>());
    println!("{}", Wrapping(1u8).reverse_bits());
}
