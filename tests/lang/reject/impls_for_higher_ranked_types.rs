trait A {}
impl A for fn(u8) {}
impl<T> A for fn(T) {}
impl A for for<'a> fn(&'a u8) {}
impl A for for<'b> fn(&'b u8) {}
trait B {}
impl B for for<'a, 'b> fn(&'a u8, &'b u8) -> &'a u8 {}
impl B for for<'a, 'b> fn(&'b u8, &'a u8) -> &'b u8 {}
struct S<T>(T);
impl S<fn(&u8)> { fn m() {} }
impl S<fn(&'static u8)> { fn m() {} }
struct G<T>(T);
impl<T> From<G<T>> for T { fn from(x: G<T>) -> T { x.0 } }
fn main() {}
