trait Foo {}
struct S;
fn a() where S: Foo {}
fn b<T>() where S: Foo {}
fn c<T>(x: u8) where S: Foo {}
fn d<T>(x: T) where S: Foo {}
fn e<T>(x: S) where S: Foo {}
fn f<T>() where S: Foo, T: Foo {}
fn main() { a(); b::<u8>(); c::<u8>(
  1); d(
    1); e::<u8>(S); f::<S>(); let g = a; g(); let h = b::<u8>; h(); S::x(); S::x; S::y::<u8>(); <S>::x(); }
impl S { fn x() where S: Foo {} fn y<T>() where S: Foo {} }
