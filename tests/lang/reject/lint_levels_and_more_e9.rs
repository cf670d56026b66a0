#![deny(unused_variables)]
macro_rules! m { ($a:ident) => { #[allow(unused_variables)] fn x() { let $a = 1; } fn y() { let $a = 1; let z = 1; } } }
m!(q);
fn main() { macro_rules! n { () => { let w = 1; #[allow(unused)] let v = 2; } } n!(); }
