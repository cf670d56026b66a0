const fn f<T>(x: T) -> T where T: Copy { x }
const fn g<T: Clone>(x: &T) -> T { x.clone() }
const fn h<T: Default>() -> T { T::default() }
const fn i<T: std::ops::Add<Output = T>>(a: T, b: T) -> T { a + b }
const fn j(x: &[u8]) -> &[u8] { &x[1..] }
const fn k(s: &str) -> usize { let b = s.as_bytes(); let mut n = 0; let mut i = 0; while i < b.len() { if b[i] == b'a' { n += 1 } i += 1 } n }
const fn l(x: Vec<u8>) -> Vec<u8> { x }
const fn m() -> String { String::new() }
const fn n(x: &mut [u8]) { x[0] = 1; x.reverse(); }
const fn o(a: [u8; 2]) -> bool { a == [1, 2] }
const fn p(a: u8, b: u8) -> bool { a == b && a < b || !(a > b) }
const fn q(x: f64) -> f64 { x * 2.0 + x.abs() }
const fn r(x: char) -> bool { x.is_ascii_digit() && x.is_alphabetic() }
const fn s(x: Option<&u8>) -> u8 { match x { Some(&v) => v, None => 0 } }
const fn t(x: Option<u8>) -> u8 { x.unwrap_or(3) }
const fn u(x: Result<u8, u8>) -> Option<u8> { x.ok() }
const fn v(x: &str) -> &str { x.trim() }
const fn w(x: Box<u8>) -> u8 { *x }
const fn x() -> impl Fn() { || {} }
const fn y(x: u8) -> u8 { x.max(3).min(5).pow(2) }
const fn blocks() { let _ = async {}; let x = async { 1 }; }
const BLOCK: u8 = { async {}; 1 };
fn main() {}
