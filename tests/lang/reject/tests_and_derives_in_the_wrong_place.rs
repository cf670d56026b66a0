//! Attribute macros on what they don't fit.

#[test] struct A;
#[test] mod m {}
#[test] use std::fmt;
#[test] impl A { #[test] fn method(&self) {} }
#[test] trait Tr { #[test] fn required(); }
#[bench] enum B {}
struct C { #[test] field: u8 }
enum D { #[test] Variant }
#[derive(Debug)] fn f() {}
#[derive(Debug)] trait E {}
extern "C" { #[track_caller] fn foreign(); }
#[should_panic(expected)] fn g() {}
#[should_panic(foo = "a")] fn h() {}
#[should_panic()] fn i() {}

fn main() {
    #[test] let x = 1;
    #[test] println!("a");
    #[test] { }
    let _ = [#[test] 1];
    let _ = #[track_caller] || 1;
}
