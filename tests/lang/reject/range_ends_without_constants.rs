fn v() { let x = 3u8; match 3 { x..=4 => {} _ => {} } match 3 { 1..x => {} x.. => {} _ => {} } }
struct S { f: u8 } fn w(s: S) { match 1 { s..=3 => {} _ => {} } }
static Q: u8 = 1; fn q() { match 1u8 { Q..=3 => {} _ => {} } match 1u8 { 0..=Q => {} _ => {} } }
fn main() {}
fn h2<const N: u8>(x: u8) { match x { 0..=N => {} _ => {} } }
