//! Denied: code that control never comes to, and patterns that nothing reaches.
#![deny(unreachable_code, unreachable_patterns)]
fn code_a() -> i32 { return 1; 2 }
fn code_c() { loop {} let x = 1; }
fn code_d() { let x: i32 = return; x + 1; }
fn code_f() { foo(return, 1); }
fn foo(a: i32, b: i32) {}
fn code_i() { while true { break; let x = 1; } loop { continue; foo(1, 2); } }
fn code_l() { return return; }
fn code_m() { { return } { 1; } }
fn code_n(x: Option<i32>) -> i32 { match x { Some(y) => return y, None => return 0 } 5 }
fn code_o() { let c = || { return; 1; }; c(); }
fn code_p() { let x = { return; }; let y = 1; }
fn code_r() { [return][0]; (return, 1); !return; &return; x(return) }
fn x(a: i32) {}
#[allow(unreachable_code)] fn s() { return; 1; }
fn code_t() { return; fn inner() {} struct S; }
fn code_u() { loop { return; } 1; }
fn code_v() -> i32 { return 1; }
fn code_w() { for i in 0..3 { return; i; } 1; }
fn code_y() { std::process::exit(1); 1; }
enum E { A, B, C(u8) }
fn pat_a(x: i32) { match x { 1 => {} 1 => {} _ => {} _ => {} } }
fn pat_b(e: E) { match e { E::A | E::A => {} E::B | E::C(_) => {} E::C(3) => {} x => {} } }
fn pat_c(x: u8) { match x { 0..=100 => {} 50..=150 => {} 101..=255 => {} 7 => {} } }
fn pat_e(o: Option<i32>) { if let _ = o {} while let Some(_) | Some(3) = o {} let (Some(1 | 1) | _) = o else { return }; match o { Some(x) if x > 1 => {} Some(_) => {} Some(2) => {} None => {} } }
fn pat_f(s: &str) { match s { "a" => {} "a" | "b" => {} _ => {} } match s { x => {} "z" => {} } }
fn pat_g(v: &[i32]) { match v { [] => {} [..] => {} [a] => {} } }
fn main() {}
