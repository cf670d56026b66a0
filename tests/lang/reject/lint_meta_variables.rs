#![deny(meta_variable_misuse)]
macro_rules! foo { () => {}; ($( $i:ident = $($j:ident),+ );*) => { $( $( $i = $j; )* )* }; }
macro_rules! bar { () => {}; (test) => { macro_rules! nested { () => {}; ($( $i:ident = $($j:ident),+ );*) => { $( $( $i = $k; )+ )* }; } }; ( $( $i:ident = $($j:ident),+ );* ) => { macro_rules! $i { () => { $i }; } }; }
macro_rules! baz { ($($x:expr),*) => { { let mut v = vec![$($x),+]; $( v.push($x); )? } }; ($x:tt $y) => {}; }
macro_rules! q { ($(x)? $(($($y:ident)*))*) => { $($y)* [$($($y)*)*] { $crate::a } }; }
macro nope() {}
fn main() { macro_rules! inner { ($a:ident) => { $b } } }
