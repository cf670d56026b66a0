fn a() -> impl Iterator<Item=String> { vec![1].into_iter() }
fn b() -> impl Copy { vec![1] }
fn b2() -> impl Copy { vec![1u8] }
fn c() -> impl Iterator<Item=String> { Some(None).into_iter() }
fn d() -> impl Iterator<Item=String> { Some(1u8).into_iter() }
fn e() -> impl Into<String> { 1 }
fn f() -> impl Fn() -> String { || 1 }
fn g() -> impl Fn() -> String { || 1u8 }
fn i() -> impl Iterator<Item = u8> { 1..2.0 }
fn j() -> impl std::ops::Add<u8> { 1 }
fn l() -> impl std::ops::Deref<Target = u8> { Box::new(1.5) }
fn m() -> impl std::ops::Deref<Target = u8> { &1.5 }
fn main() { }
