#![deny(dead_code)]
pub fn unused_pub() {}
pub struct S { pub x: i32, y: i32 }
struct T(i32, u8, ());
struct D { a: i32 }
impl D { fn new() -> D { D { a: 1 } } fn m(&self) {} const C: i32 = 1; }
enum E { A, B(i32), C { z: i32 } }
impl E { fn f(&self) {} }
#[derive(Debug, Clone)]
struct G { q: i32, w: u8 }
trait Tr { fn req(&self); fn other(&self) {} type A; const K: i32 = 1; }
struct Im;
impl Tr for Im { fn req(&self) {} type A = i32; }
trait Unused { fn u(); }
const CC: i32 = 1;
static SS: i32 = 2;
type Al = i32;
union U { a: i32, b: f32 }
mod m { pub fn inner() {} pub fn used() { } fn priv_() { fn nested() {} } pub struct M; }
extern "C" { fn foreign(); static FS: i32; }
fn outer() { fn inner() {} }
struct Seven { a: i32, b: i32, c: i32, d: i32, e: i32, f: i32, g: i32 }
macro_rules! mk { ($n:ident) => { fn $n() {} } }
mk!(made);
fn rec() { rec() }
fn main() {
    m::used();
    let s = T(1, 2, ());
    let _ = s.1;
    let e = E::A;
    match e { E::A => {} E::B(x) => { let _ = x; } E::C { .. } => {} }
    let g = G { q: 1, w: 2 };
    println!("{:?}", g.clone());
    Im.req();
    let seven = Seven { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7 };
    let _ = seven;
}
