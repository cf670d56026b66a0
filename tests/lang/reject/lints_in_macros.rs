//! Lints about what macros make, and about the semicolons after their calls.
#![deny(redundant_semicolons, non_upper_case_globals, unused_macros)]
macro_rules! statics { ($(#[$a:meta])* static $n:ident: $t:ty) => { $(#[$a])* static $n: $t = 1; } }
macro_rules! nothing { () => {} }
macro_rules! lets { ($x:ident) => { let $x = 1; let _ = $x; } }
macro_rules! fns { ($(#[$a:meta])* $n:ident) => { $(#[$a])* fn $n() { let unused = 1; } } }
fns!(#[allow(unused_variables)] g);
fn main() {
    statics!(static A: u8);
    statics!(#[allow(non_upper_case_globals)] static b: u8);
    nothing!();
    lets!(x);
    lets!(y);;
    println!("{} {}", A, b);;
    {};
    nothing! {};
    nothing! {}
    fn f() {};
    f(); g();
}
