//! What a where clause is about must be well-formed.
trait Tr<T: Copy> { } struct W<T: Clone>(T); struct N;
fn a<T>(t: T) where T: Tr<String> {}
fn b<T>() where W<T>: Clone {}
fn c<T>() where T: Iterator<Item = W<N>> {}
struct D<T>(T) where T: Tr<Vec<u8>>;
trait E: Tr<String> {}
impl<T> Tr<T> for D<T> where T: Tr<N> + Copy {}
fn g<T: Clone>() where W<T>: Clone, Vec<T>: Tr<i32>, T: Tr<u8> {}
fn h<T: Copy + Into<Vec<[i32]>>>() {}
fn main() {}
