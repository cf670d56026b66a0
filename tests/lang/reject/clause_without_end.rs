//! A clause that could be proved only without end.
trait Foo { fn m(&self); } struct W<T>(T); impl<T> Foo for T where W<T>: Foo { fn m(&self) {} } fn need<T: Foo>() {}
fn main() { need::<i32>(); 1.m(); }
