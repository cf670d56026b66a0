//! Patterns that name something, miss fields or have too many (E0308, E0027, E0164).
struct S; const K: i32 = 1; static ST: i32 = 1; enum E { A, B(i32) }
use E::A;
fn func(x: i32) {}
mod m { pub struct P { a: i32, pub b: i32, pub c: i32 } pub struct Q { a: i32 } impl P { pub fn n() -> P { loop {} } } impl Q { pub fn n() -> Q { loop {} } } }
union U { a: i32, b: f32 }
fn main() {
    match 1 { String::new() => {} _ => {} }
    match 1 { i32::from(1) => {} _ => {} }
    match 1 { S => {} }
    match 1 { A => {} }
    match Some(1) { Some(S) => {} None => {} }
    if let A = 5 {}
    let m::P { b, .. } = m::P::n();
    let m::P { b } = m::P::n();
    let m::P { b, c } = m::P::n();
    let m::P { a, b, c } = m::P::n();
    let m::Q {} = m::Q::n();
    unsafe { let U { a, b } = loop {}; let U { a, .. } = loop {}; let U {} = loop {}; }
    fn f(S: i32, A: u8) {}
}
