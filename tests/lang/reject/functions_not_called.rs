struct T(i32);
enum E { V(u8), U }
struct S;
impl S { fn new() -> S { S } fn get(&self) -> i32 { 1 } }
fn f(a: i32) -> i32 { a }
fn r(s: &S) -> &S { s }
fn g<X>(x: X) -> X { x }
fn take(a: i32, b: &S) {}
fn ts(t: T) {}
fn st(s: &str) {}
fn string() -> String { String::new() }
fn a1() -> T { T }
fn a2() -> E { E::V }
fn a3() -> S { S::new }
fn a4() -> i32 { S::get }
fn a5() -> u8 { f }
fn a6() -> u8 { g }
fn main() {
    take(f, &S);
    take(1, r);
    take(f, r);
    ts(T);
    st(&string);
    let s: &str = string;
    let x: T = T;
    let y: Option<i32> = Some;
    let mut z = 1; z = f;
    let c = || 3;
    let q: i32 = c;
    println!("{} {}", f, c);
    let d: fn() -> i32 = || 1;
    let e: i32 = d;
    println!("{}", d);
    println!("{:?}", T);
    println!("{:?}", E::V);
    println!("{}", string);
    println!("{}", S::new);
    let n: u64 = f + 1;
    let v: Vec<i32> = vec![f];
    need(f); need(c); need(T);
}
trait Tr {}
impl Tr for i32 {}
impl Tr for T {}
fn need<X: Tr>(x: X) {}
