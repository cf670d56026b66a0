fn a(x: i32, x: u8) { let (y, y) = (1, 2); match (1, 2) { (z, z) => {} } |q, q| 1; }
fn b(o: Option<i32>) { match o { Some(x) | None => {} } match (1, 2) { (a, 1) | (1, b) => {} (c, _) | (_, c) => {} } if let Some(1 | k) = o {} }
static ST: i32 = 1; const CO: i32 = 2; struct Un; struct Tu(i32); enum En { V(i32), U } use En::*;
fn c() { let ST = 1; let CO = 2; let Un = Un; let Tu = 1; let V = 3; let U = U; let ref CO = 3; let mut CO = 4; let CO @ 1 = 3; match 3 { ST => {} CO => {} _ => {} } }
fn d(CO: i32, ST: u8) { for CO in 0..3 {} for ST in 0..3 {} |Tu| 1; }
fn e() { let x = 1; fn inner() { x; } const C: i32 = x; static D: i32 = x; let a = [0; x]; let b: [u8; x]; struct Q([u8; x]); enum W { A = x } let y = 3; |z| z + y; }
fn f<T>(t: T) { fn g(x: T) {} struct H(T); let a = [0; std::mem::size_of::<T>()]; const C: T = 1; enum I { A(T) } fn j<T>(t: T) {} type K = T; impl Clone for L<T> {} struct L<U>(U); }
fn g<T, T>(x: T) {} struct M<T, const T: u8>(T); struct N<T = U, U = T>(T, U); struct O<T, const K: T>(T); impl<T> N<T, T> { fn t<T>(x: T) {} fn u<const T: u8>() {} } fn v<const Z: usize>() { let a = [0; Z]; let b = [0; Z + 1]; [0; {Z}]; }

fn main() {}
