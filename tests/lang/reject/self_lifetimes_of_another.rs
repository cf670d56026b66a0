struct A<'a>(&'a u32); impl<'x> A<'x> { fn i(self: &A<'_>) -> A<'x> { todo!() } fn j(self: &A<'static>) {} fn k(self: A<'_>) {} fn l<'y>(self: Box<A<'y>>) {} fn m(self: std::pin::Pin<&mut A<'_>>) {} }
fn main() { }
