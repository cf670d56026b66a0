#![deny(unused_variables)]
fn f() { return; let z = 1; }
fn g() { loop {} let z = 1; }
fn h() { panic!(); let z = 1; let (a, b) = (1, 2); }
fn i() { if true { return; let z = 1; } }
fn j() { 'a: loop { break; let z = 1; } }
fn k(x: u8) { match x { 1 => { return; let y = 2; } _ => {} } let w = 1; return; match 1 { q => {} } }
fn l() -> ! { loop { let z = 1; } }
fn m() { std::process::exit(1); let z = 1; }
fn n() { let c = || { return; let z = 1; }; c() }
fn o() { return; let c = |p: u8| { let z = 1; }; }
fn p(x: u8) { return; let z = x; }
fn q() { return; let z; z = 1; let mut w = 1; w = 2; }
fn main() { unsafe {} ;; return; let z = 1; }
