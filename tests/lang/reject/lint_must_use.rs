#![deny(unused_must_use, path_statements)]
#![allow(unused_variables, dead_code, unused_parens, unused_braces, dropping_copy_types, unreachable_code)]
#[must_use] struct S; #[must_use = "reason"] enum E { A } #[must_use] trait T {} impl T for i32 {}
#[must_use] fn f() -> i32 { 1 } #[must_use = "because"] fn g() {} fn r() -> Result<i32, ()> { Ok(1) }
fn s() -> S { S } fn bs() -> Box<S> { Box::new(S) } fn imp() -> impl T { 1 } fn dy() -> Box<dyn T> { Box::new(1) }
fn tup() -> (S, i32, E) { (S, 1, E::A) } fn arr() -> [S; 2] { [S, S] } fn nev() -> ! { panic!() } async fn asy() -> i32 { 1 } #[must_use] async fn asym() -> i32 { 1 }
fn cl() -> impl Fn() { || () } fn ite() -> impl Iterator<Item = i32> { 0..1 }
fn arr0() -> [S; 0] { [] } fn opt() -> Option<S> { None } fn rs() -> Result<(), std::convert::Infallible> { Ok(()) } fn nest() -> (Box<S>, [(S, i32); 1]) { todo!() }
struct M; impl M { #[must_use] fn m(&self) -> i32 { 1 } fn n(&self) -> S { S } #[must_use] fn st() -> i32 { 2 } } trait Q { #[must_use] fn q(&self) -> i32; } impl Q for M { fn q(&self) -> i32 { 1 } }
fn stmts(a: i32, b: bool, v: Vec<i32>, p: &i32, st: String) {
    f(); g(); r(); s(); bs(); imp(); dy(); tup(); arr(); asy(); asym(); cl(); ite(); arr0(); opt(); rs();
    M.m(); M.n(); M::st(); Q::q(&M); M.q(); <M as Q>::q(&M); M::q(&M);
    a == 1; a + 1; -a; !b; &a; *p; a & 1; b && b; a << 1; a < 2; v[0]; (a + 1); (S); { f() }; { S }; { a + 1 };
    || 1; move |x: i32| x; async { 1 }; v.iter(); v.iter().map(|x| x); 0..3; (s(), 1); (S, E::A); [S]; E::A; S;
    a; b; st; M; (a); { a }; p; if b { f() } else { 2 }; match a { _ => s() }; loop { break s(); }; unsafe { f() };
    let _ = f(); _ = f(); let x = r(); a as i64; 3; "x"; f; f as fn() -> i32; nest();
}
async fn aw() { asy().await; asym().await; }
macro_rules! mm { ($e:expr) => { $e; } } macro_rules! mf { () => { f(); r(); s() } }
fn mac() { mm!(f()); mm!(1 + 1); mf!(); matches!(1, 2); }
use std::fmt::Write;
fn main() {}
