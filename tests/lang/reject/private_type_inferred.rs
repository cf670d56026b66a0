//! Private types that nobody names come to light by inference, aliases and arguments.
mod a { struct Priv; pub fn f() -> Priv { Priv } pub type Al = Priv; impl Priv { pub fn m(&self) {} } pub trait Tr { fn t(&self) {} } impl Tr for Priv {} impl Tr for u8 {} pub struct G<T>(pub T); pub fn g() -> G<Priv> { G(Priv) } pub const C: Priv = Priv; pub fn h(_: Priv) {} pub fn opt() -> Option<Priv> { None } }
use a::Tr;
fn sig(x: a::Al) {}
struct S { f: a::Al }
fn gen<T>(t: T) {}
fn main() {
  let x = a::f();
  a::f();
  a::f().m();
  a::f().t();
  let a::G(q) = a::g();
  a::g().0;
  a::C;
  a::h;
  let z: a::Al;
  gen(a::f());
  match a::f() { _ => {} }
  let y = a::opt();
  for v in a::opt() {}
  let c = || a::f();
  a::opt().map(|v| v.m());
  println!("{}", a::opt().is_none());
}
