struct Foo { x: i32 } impl Foo { fn bar() { self.x; self; Self; } fn baz(a: i32) { self.x } fn qux() { fn inner() { self } } }
fn x() { self; let y: Self; Self::a(); Self {}; fn s(x: Self) {} } 
trait Tr { fn a() { self.b() } }

fn main() {}
