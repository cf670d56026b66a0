#![deny(deref_into_dyn_supertrait)]
use std::ops::Deref;
trait B { fn b(&self) {} } trait A: B {} trait C: A {}
impl Deref for dyn A { type Target = dyn B; fn deref(&self) -> &dyn B { loop {} } }
impl<'a> Deref for dyn C + 'a { type Target = dyn B + 'a; fn deref(&self) -> &Self::Target { loop {} } }
trait D<T> {} trait E: D<u8> {}
impl Deref for dyn E { type Target = dyn D<u16>; fn deref(&self) -> &dyn D<u16> { loop {} } }
trait F {} impl Deref for dyn F { type Target = u8; fn deref(&self) -> &u8 { &1 } }
trait G: Deref<Target = dyn H> {} trait H {}
fn main() {}
