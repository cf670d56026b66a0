//! Generic Self and parameters in constants of types.
#[derive(Clone, Copy)] enum G { A = 5, B = Self::K, C = 7 } impl G { const K: isize = 6; const ARR: [i32; Self::N] = [1; Self::N]; const N: usize = 2; fn f() -> [u8; Self::N] { [0; { Self::N + 0 }] } }
struct P<T>(T); impl<T> P<T> { const N: usize = 1; fn g() -> [u8; Self::N] { loop {} } }
fn main() { println!("{} {:?} {:?}", G::B as i32, G::ARR, G::f()); }
