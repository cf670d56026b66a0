struct S{a:i32} struct T(i32); struct U; enum E{V{a:i32},W(i32),X}
fn f(){ let a = S; let b = T{0:1}; let c = S(1); let d= E::V; let e = E::V(1); let g = E; let h=i32; let i = U(1); let j = U{}; let k = E::X(1); let l=E{}; match 1 { S => {} S(_) => {} U(..) => {} E::V(_) => {} E::V => {} T => {} E::W => {} } }

fn main() {}
