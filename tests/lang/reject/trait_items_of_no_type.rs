trait G { fn make() -> Self; fn with() -> u8 { 1 } const K: u32; }
fn a() { let a = G::make(); }
fn b() { let b = G::K; }
fn c() { let c = G::with(); }
fn main() {}
