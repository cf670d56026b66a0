#![deny(unused_variables, unused_assignments)]
#![allow(unused_mut, dead_code, unreachable_code, while_true, unused_must_use, path_statements, non_snake_case)]
use std::cell::RefCell;
fn a1() { let mut x = 0; for i in 0..3 { x = i; } }
fn a2() { let mut x = 0; for i in 0..3 { x += i; } println!("{x}"); }
fn a3(c: bool) { let x; if c { x = 1; println!("{x}") } else { x = 2; } }
fn a4() -> i32 { let mut x = 5; return 3; x = 4; x }
fn a5() { let mut s = String::new(); s.push('a'); let t = s; }
fn a6() { let mut s = String::new(); s += "a"; }
fn a7(mut v: Vec<i32>) { v = vec![]; }
fn a8() { let mut x = 1; let y = &mut x; *y = 2; }
fn a9() { let x = 1; let y = &x; }
fn b2() { let mut o = None; o = Some(1); if let Some(x) = o { } }
fn b3() { let mut x = 1; let c = || { let y = x; }; c(); }
fn b4() { let mut n = 0; let mut inc = || { n += 1; n }; inc(); inc(); }
fn b5() { let mut n = 0; let mut inc = || n += 1; inc(); }
fn b6() { let mut n = 0; let mut inc = move || { n = n + 1; }; inc(); }
fn b7() { let mut n = String::new(); let c = move || { n = String::from("x"); }; }
fn b8() { let t = (1, 2); let (x, y) = t; let c = || { let z = t.0; }; }
struct P { x: i32, y: String }
fn b9(p: P) { let P { x, ref y } = p; let P { x: ref mut q, .. } = P { x: 1, y: String::new() }; }
fn c1(p: &P) { let P { x, y } = p; println!("{x}"); }
fn c2(&(x, y): &(i32, i32), [a, .., b]: [i32; 3]) { }
fn c3() { let x @ Some(y) = Some(1) else { panic!() }; let z @ (w, _) = (1, 2); }
fn c4(v: &[i32]) { match v { [first, rest @ ..] => {} [] => {} } match v { [x, y] | [y, x, _] => {} _ => {} } }
fn c5(n: i32) { match n { x @ 1..=3 => {} y if y > 2 => { } z if { let q = 1; true } => {} _ => {} } }
fn c6() { let mut i = 0; while i < 3 { i += 1; let j = i; } let mut k = 0; while k < 3 { k = 5; } }
fn c7() { 'a: loop { let x = 1; break 'a; } let y = loop { break 2; }; let z = if true { 1 } else { 2 }; }
fn c8() { let x: i32 = 5; let x = x + 1; let x = x + 1; }
fn c9() { let x = RefCell::new(1); *x.borrow_mut() = 2; let b = x.borrow_mut(); }
fn d1() { let (mut a, mut b) = (1, 2); (a, b) = (3, 4); (a, _) = (5, 6); println!("{a}"); }
fn d2() { let mut a = [1, 2]; a[0] = 3; let i = 0; a[i] = 4; }
fn d3() { let mut p = P { x: 1, y: String::new() }; p.x = 3; p.y = String::from("a"); }
fn d4() { let mut x = 10; x /= 2; let mut y = 3; y <<= 1; let mut z = 1.0; z += 2.0; let mut b = true; b &= false; let mut r = 7; r %= 2; }
fn d5() -> Result<(), ()> { let v = Err::<i32, ()>(())?; let w = Ok::<i32, ()>(1)?; Ok(()) }
fn d6(x: i32) { { let x = x; } let y = { let k = 2; 3 }; let _z = 3; let __ = 3; }
fn d7<T: Default>(t: T, u: &T, f: impl Fn(i32)) { let x = T::default(); }
fn d8() { let v: Vec<i32> = vec![1].iter().map(|x| 1).filter(|y| true).collect(); [1].iter().for_each(|&z| ()); }
static S: i32 = { let mut q = 1; q = 2; q };
impl P { fn m(self: Box<Self>, k: i32) {} fn n(mut self, mut z: i32) { self.x = 2; z = 3; } }
trait Tr { fn def(&self, x: i32) { let y = 1; } fn r(x: i32); }
impl Tr for P { fn r(x: i32) {} }
fn e1() { let x = 1; let r = async { let y = x; }; let s = async move { x; let z = 2; }; }
async fn e2(a: &str, mut b: i32, (c, d): (i32, i32)) { b = 1; }
fn e3() { let mut x = 1; if x == 1 { x = 2; } else { x = 3; } match x { 1 => x = 4, _ => {} } }
fn e4() { let mut x = 1; loop { if x > 3 { x = 10; break; } x += 1; } }
fn e5() { let x; loop { x = 1; break; } }
fn e6() { let mut x = vec![1]; x = vec![2]; x.push(1); x = vec![3]; }
fn e7(x: i32) -> impl Fn() -> i32 { move || x }
fn e8(x: i32, y: i32) -> ! { panic!("{}", y) }
fn e9(x: i32) { todo!() } fn f1(x: i32) { unimplemented!() } fn f2(x: i32) { loop {} }
fn f3() { let mut x = 3; let y = x; x = 4; drop(y); }
fn f5() { unsafe { let mut x = 1; let p = &raw mut x; *p = 2; } }
fn f6() { let mut x = 1u8; x = x.wrapping_add(1); x = match x { _ => 3 }; }
fn with_an_error() { let x: i32 = "the lints of bodies are told beside errors"; }
fn main() {}
