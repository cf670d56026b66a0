#![deny(warnings)]
#![allow(unused)]
#[track_caller] async fn f() {}
#[test] #[test] fn x() {}
#[repr(C)] enum A { A = 0xffff_ffff, B = -1 }
fn main() {}
