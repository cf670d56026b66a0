//! What is wrong with a macro's rules, wherever it is called.

macro_rules! no_specifier { ($x:) => {}; }
macro_rules! not_even_a_colon { ($x) => {}; }
macro_rules! number { ($1:expr) => {}; }
macro_rules! follow { ($x:ty $(+)?) => {}; ($x:expr [$y:ident]) => {}; }
macro_rules! counts { ($($x:expr),*) => { ${count($x)} }; }
macro_rules! dollars { () => { $$ }; }
macro_rules! separated { ($x:expr) => {} ($y:expr) => {} }
pub macro_rules! public { () => {} }
macro_rules! repeats { ($xs:ident $($z:ident)*) => { $($xt)* }; }
macro_rules! plus_star { ($(a)+*) => {}; }
macro_rules! later { () => {} }
mod inside { macro_rules! hidden { () => {} } }

fn main() {
    repeats!(a b);
    latr!();
    hidden!();
    counts!(1);
    plus_star!(a a *);
    after!();
}

macro_rules! after { () => {} }
