//! What constants and `const fn`s must not call: functions, operators, traits and closures that are not `const`, or not yet.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
struct P(i32);
use std::ops::{Add, AddAssign, Deref, Index, Neg};
impl Add for P {
    type Output = P;
    fn add(self, o: P) -> P {
        P(self.0 + o.0)
    }
}
impl Neg for P {
    type Output = P;
    fn neg(self) -> P {
        P(-self.0)
    }
}
impl AddAssign for P {
    fn add_assign(&mut self, o: P) {
        self.0 += o.0
    }
}
impl Index<usize> for P {
    type Output = i32;
    fn index(&self, _: usize) -> &i32 {
        &self.0
    }
}
impl Deref for P {
    type Target = i32;
    fn deref(&self) -> &i32 {
        &self.0
    }
}
const fn a(x: P, y: P) -> bool {
    x == y
}
const fn b(x: P, y: P) -> bool {
    x < y
}
const fn c(x: P, y: P) -> P {
    x + y
}
const fn d(x: P) -> P {
    -x
}
const fn e(x: &mut P, y: P) {
    *x += y
}
const fn f(x: &P) -> i32 {
    x[0]
}
const fn g(x: &P) -> i32 {
    **x
}
const fn h(v: &Vec<i32>) -> i32 {
    v[0]
}
const fn i(v: &[i32]) -> &[i32] {
    &v[1..]
}
const fn j(v: &String) -> &str {
    v
}
const fn k(a: Option<i32>) -> bool {
    a == None
}
const fn l(a: &String, b: &String) -> bool {
    a == b
}
const fn m(a: (i32, i32), b: (i32, i32)) -> bool {
    a == b
}
const fn n(a: Option<i32>) -> Option<i32> {
    let x = a?;
    Some(x)
}
const fn o(a: P) -> P {
    a.clone()
}
const fn p<T: Clone>(a: &T) -> T {
    a.clone()
}
const fn q<T: PartialEq>(a: &T, b: &T) -> bool {
    a == b
}
const fn r(f: fn() -> i32) -> i32 {
    f()
}
const fn s() -> i32 {
    let f = || 3;
    f()
}
const fn u() -> i32 {
    panic!("hi")
}
const fn v(x: i32) {
    assert!(x > 3);
    assert!(x > 3, "no");
    debug_assert!(x == 4);
}
const fn y() {
    let x: i32 = Default::default();
    let y: i64 = 3i32.into();
    let z = i64::from(3i32);
}
trait Tr {
    fn m(&self) -> i32 {
        1
    }
}
impl Tr for i32 {}
const fn z() -> i32 {
    3.m()
}
const AA: i32 = P(1).add_one();
impl P {
    fn add_one(self) -> i32 {
        self.0
    }
}
fn main() {}
static OTHER_S: String = String::from("a");
const OTHER_T: String = "a".to_string();
static OTHER_B: Box<i32> = Box::new(3);
const fn other_f(x: i32) -> i32 {
    let mut s = 0;
    for i in 0..x {
        s += i;
    }
    s
}
use std::collections::HashMap;
static OTHER_H: HashMap<i32, i32> = HashMap::new();
const fn other_g(v: &Vec<i32>) -> usize {
    v.len()
}
const fn other_i(a: &str, b: &str) -> bool {
    a == b
}
const fn other_j(a: Option<i32>) -> i32 {
    a.unwrap()
}
const fn other_k(a: Option<i32>) -> i32 {
    a.unwrap_or(3)
}
const fn other_l(s: &str) -> usize {
    s.len() + s.as_bytes().len()
}
const OTHER_M: f64 = 2.0f64.sqrt();
const OTHER_N: u32 = 3u32.pow(2);
const fn other_o(x: u8) -> char {
    x as char
}
static OTHER_P: std::sync::Mutex<Vec<i32>> = std::sync::Mutex::new(Vec::new());
const OTHER_Q: std::time::Duration = std::time::Duration::from_secs(1);
const OTHER_R: usize = std::mem::size_of::<u64>();
