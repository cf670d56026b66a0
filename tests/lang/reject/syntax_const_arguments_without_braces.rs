struct A<const N: usize>;
const X: usize = 1;
const fn twice(n: usize) -> usize {
    n * 2
}

fn sum() -> A<1 + 2> {
    let size: u8 = A::<1 + 2>;
    A
}

fn named() -> A<X + 1> {
    A
}

fn called(a: A<twice(1)>) {}

fn generic<const N: usize>() {
    generic::<N * 2>();
    generic::<(1)>();
    generic::<if true { 1 } else { 2 }>();
}

fn compared<T>(a: T, b: u8, c: bool) {
    let x = Vec<u8>::new();
    let y = vec![1].iter().collect<Vec<_>>();
    compared<u8>(1);
    let z = b < b == c;
    nowhere();
}

fn equal<T>(t: T) where T = i32 {}
fn equals<T: Iterator>(t: T) where T::Item == u8 {}

fn main() {}
