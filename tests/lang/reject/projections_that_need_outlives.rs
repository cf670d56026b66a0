//! What the impl that a projection means asks of type parameters, the type that names it must promise.
struct Foo<'a, T: 'a> { foo: <T as SomeTrait<'a>>::Output }
struct Ref<'a, T> { r: &'a T, foo: <T as SomeTrait<'a>>::Output }
struct Own<T> { foo: <T as SomeTrait<'static>>::Output }
trait SomeTrait<'a> { type Output; }
impl<'a, T> SomeTrait<'a> for T where T: 'a { type Output = u32; }
fn f<'a, T: Iterator + 'a>(x: T) -> Option<<T as Iterator>::Item> { let mut x = x; x.next() }
fn g<'a, T>(x: &'a T) -> <T as SomeTrait<'a>>::Output { 3 }
struct It<'a, I: Iterator> { i: I, v: Vec<I::Item>, s: &'a str }
fn main() {}
