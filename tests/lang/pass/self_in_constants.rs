//! Self in constants of types that have no parameters; cfg(true) and cfg(false).
#[derive(Clone, Copy)] enum G { A = 5, B = Self::K, C = 7 } impl G { const K: isize = 6; const ARR: [i32; Self::N] = [1; Self::N]; const N: usize = 2; fn f() -> [u8; Self::N] { [0; { Self::N + 0 }] } }
#[cfg(true)] fn n() {} #[cfg(any(false, true))] fn p() {} #[cfg(not(false))] fn q() {}
fn main() { n(); p(); q(); if cfg!(true) { println!("y"); } println!("{} {:?} {:?}", G::B as i32, G::ARR, G::f()); }
