struct S; struct A<'a>(&'a u32);
impl S { fn a(self: &S, x: &u32) -> &u32 { x } fn g(self: &&Self, x: &u32) -> &u32 { x } }
impl<'x> A<'x> { fn j<'y>(self: &'y A<'x>, x: &u32) -> &u32 { x } fn k(self: &A<'x>, y: &u32) -> &u32 { y } fn l(self: &A<'x>, y: &u32) -> &u32 { self.0 } }
trait Q { fn m(self: &Self, x: &u32) -> &u32;  } impl Q for u32 { fn m(self: &u32, x: &u32) -> &u32 { x }  }
fn main() {}
