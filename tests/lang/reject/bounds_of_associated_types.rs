struct C<X: Copy>(X); trait Q<X: Clone> {} trait Sup: Sized { type A: Into<C<String>>; type B: Q<Self::A>; type D: Q<Self>; type E: Iterator<Item = C<Vec<u8>>>; type F: Fn(C<String>); type G<T>: Q<T>; type H: PartialEq<[u8]>; type I: Q<u8>; type J: Sup<A = C<String>>; }
trait Ok1 { type A: Clone; type B: Q<Self::A>; type C: Iterator<Item = Self::A>; type D: Into<Option<Self::B>>; type E<'a>: Iterator where Self: 'a; type F: Ok1; type G: Ok1<A = u8>; }
fn main() {}
