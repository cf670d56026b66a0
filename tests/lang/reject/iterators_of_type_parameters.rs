fn chain<A, B>(a: A, b: B) -> impl Iterator<Item = A::Item> where A: Iterator, B: Iterator { a.chain(b) }
fn need<X: Iterator<Item = u8>>(x: X) {} fn n2<X, Y>(x: X, y: Y) where X: Iterator, Y: Iterator<Item = X::Item> {}
fn f<T>(t: T, v: Vec<T>) { need(v.into_iter()); n2(Some(t).into_iter(), vec![1].into_iter()); }
fn g<T, U>(v: Vec<T>, w: Vec<U>) { n2(v.into_iter(), w.into_iter()); }
fn h<I: Iterator>(i: I) { need(i); } fn k<I: Iterator, J: Iterator<Item = String>>(i: I, j: J) { n2(i, j); need(j); }
fn main() {}
