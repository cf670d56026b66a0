use std::fmt::Display;
fn r() -> impl Display { }
fn r1() -> impl Display {}
fn r2() -> impl Display { let x = 1; }
fn r3() -> impl Display { 1; }
fn r4() -> impl Display { return; }
fn r5() -> impl Display { if true { return 1; } }
fn r6() -> impl Fn() { }
fn main() {}
fn s1() -> impl Iterator<Item = u8> { vec![1u8].into_iter(); }
fn s2() -> impl Into<String> { "a"; }
fn s3() -> Box<impl Display> { Box::new(()) }
fn s4() -> impl Copy { String::new(); }
fn s5() -> impl Clone + Default + Display { String::new(); }
struct Q; impl Q { fn s6() -> impl Display { 1; } }
