//! Lifetimes left out in the types of associated constants.
trait Tr<'a> { type X; fn f(&'a self) -> &'a str; const K: &str; }
trait T2 { const K: &str; const L: Option<&u8> = None; const M: fn(&u8) -> &u8; }
trait T3<T> { const K: &str; }
struct S<'a>(&'a u8); struct Q; struct R<T>(T);
impl<'a> Tr<'a> for Q { type X = u8; fn f(&'a self) -> &'a str { "" } const K: &str = ""; }
impl T2 for Q { const K: &str = ""; const M: fn(&u8) -> &u8 = |x| x; }
impl<'a> S<'a> { const K: &str = ""; const P: S = S(&1); const O: &'_ str = ""; }
impl Q { const K: &str = ""; const P: S = S(&1); const O: &'_ str = ""; }
impl<T> R<T> { const K: &str = ""; }
impl S<'_> { const Z: &str = ""; }
fn main() {}
