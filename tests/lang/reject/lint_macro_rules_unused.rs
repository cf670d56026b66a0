#![deny(unused_macro_rules)]
macro_rules! m { (a) => {}; (b) => {}; ($x:expr) => { $x }; (c $($t:tt)*) => { } }
macro_rules! n { () => {}; (x) => { n!() }; }
macro_rules! unused { (one) => {}; (two) => {}; }
#[allow(unused_macro_rules)] macro_rules! q { (z) => {}; (y) => {}; }
fn main() { m!(a); m!(3); n!(x); q!(z); }
