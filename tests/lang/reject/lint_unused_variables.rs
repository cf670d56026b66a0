#![deny(unused_variables, unused_assignments)]
fn a(x: i32, mut y: i32, _z: i32) { let b = 1; let mut c = 2; let d: u8; let (e, f) = (1, 2); let g: i32; }
fn b(mut x: i32) -> i32 { x = 3; x }
fn c() { let mut x = 1; x = 2; x = 3; println!("{}", x); x = 4; }
fn d() { let mut x = 1; x += 1; }
fn e() { let x = 1; let c = || { x }; }
fn f() { let mut x = 1; let mut c = move || { x = 2; }; c(); }
fn g() { let mut x = 1; let mut c = move || { x += 2; println!("{}", x) }; c(); }
fn h(o: Option<i32>) { match o { Some(x) => {} None => {} } match 5 { x if x > 3 => {} y if true => {} z => {} } }
struct S { a: i32, b: i32 }
fn i(s: S) { let S { a, b } = s; match s { S { a, b: q } => {} } }
fn j() { let mut s = S { a: 1, b: 2 }; s.a = 3; }
fn k(v: Vec<i32>) { for i in v {} for (j, k) in [(1, 2)] { } }
fn main() {}
fn m(r: Result<i32, i32>) { let (Ok(x) | Err(x)) = r; if let Ok(q @ 1) = r {} while let Ok(w) = r {} }
async fn n(x: i32, y: i32) -> i32 { let z = 1; y }
fn o() { let x: i32; x = 1; let y; if true { y = 1 } else { y = 2 } let z = 4; z; }
fn p() { let mut i = 0; loop { i = i + 1; if i > 3 { break; } } let mut j = 0; while true { j += 1; } }
fn q(x: &mut i32) { *x = 1; let y = &mut 3; *y = 4; let z = x; }
fn r() -> i32 { let mut x; x = 1; x = 2; x }
fn s() { let x = String::new(); let mut y = String::from("a"); y = String::new(); }
fn t(mut self_: i32) { self_ = 1; }
impl S { fn u(mut self) { self = S { a: 1, b: 2 }; } fn v(&self, x: i32) {} }
fn w() { let c = |x: i32, y| { let z = y; z + 1 }; c(1, 2); let f: fn(i32) = |k| {}; }
fn x() { let a = 1; { let a = 2; println!("{}", a); } let b; b = 1; }
trait T { fn y(x: i32) {} fn z(q: i32); }
macro_rules! mm { ($e:expr) => { let foo = $e; } }
fn y() { mm!(1); let v = 1; mm!(v); }
const C: i32 = { let k = 1; 2 };
fn z() { let mut arr = [1, 2]; arr[0] = 2; let t = (1, 2); let mut u = (1, 2); u.0 = 3; }
