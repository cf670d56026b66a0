#![deny(meta_variable_misuse)]
macro_rules! k { ($x:ty) => { fn _f() -> $a { } } }
macro_rules! helper { ($($x:ident)?) => { $( $x )* ; } }
macro_rules! outer { ($($x:ident)*) => { macro_rules! in_ { ($y:ident) => { $( $x )* $y $z } } } }
fn main() {}
