trait Lend { type I<'a> where Self: 'a; fn nx<'a>(&'a mut self) -> Option<Self::I<'a>>; }
fn c7<L: Lend>(mut l: L) -> Option<L::I<'static>> { l.nx() }
fn c8<L>(mut l: L) where L: Lend, for<'a> L::I<'a>: std::fmt::Debug { println!("{:?}", l.nx()); }
fn c9<'x, L: Lend>(l: &'x mut L) -> Vec<L::I<'x>> { let mut v = vec![]; while let Some(a) = l.nx() { v.push(a); } v }
fn d1<'x, L: Lend>(l: &'x mut L) -> Option<L::I<'static>> { l.nx() }
fn d2<'x, L: Lend + 'static>(l: &'x mut L) -> Option<L::I<'static>> { l.nx() }
fn main() {}
