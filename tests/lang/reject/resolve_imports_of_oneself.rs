extern crate self as me;
mod m { pub struct Abc; }
fn main() { let x: Abc; }
