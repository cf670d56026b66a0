mod a { pub struct T(i32); pub enum E {A,B(i32)} }
use a::T; use a::*;
fn f() { let t = T(1); let e = E::C; let q = E::B; A; HashMap::new(); let m: HashMap<i32,i32>; }

fn main() {}
