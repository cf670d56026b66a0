//! What a bound is about is blamed: an argument, a field, what was written (E0277).
trait Tr { fn f(&self) {} }  struct S; struct W3<T: Tr> { t: T, u: i32 } enum E<T: Tr> { A(T), B { x: T }, C }
fn need<T: Tr>(t: T) {} fn need2<T: Tr, U>(t: T, u: U, v: T) {} fn need3<T>(v: Vec<T>) where Vec<T>: Tr {} fn need4<T>(t: &T) where T: Tr {}
fn a() { W3 { t: S, u: 1 }; }
fn b() { E::A(S); }
fn c() { E::B { x: S }; }
fn d() { E::<S>::C; }
fn e() { <S as Tr>::f(&S); }
fn f() { Tr::f(&S); }
fn g() { i32::from("a"); }
fn h() { let i: S = Default::default(); }
fn i() { need2(S, 1, S); }
fn k() { need4(&S); need4(&&S); }

fn m() { let v: Vec<S> = vec![]; v.iter().max(); v.iter().sum::<i32>(); v.contains(&S); }
fn r(s: S) -> impl Tr { s }
fn s() { let c = |x| need(x); c(S); }
impl<T: Tr, U: Tr> Tr for (T, U) {} impl<T: Tr> Tr for Option<T> {} impl<T: Tr> Tr for [T; 1] {}
fn main() {}
