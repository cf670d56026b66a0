//! Where clauses that mention types which need clauses themselves.
use std::fmt::Debug; use std::collections::HashMap; use std::hash::Hash;
trait Tr<T: Copy> { fn go(&self, t: T) -> T { t } } impl Tr<i32> for u8 {}
trait Sub<T: Copy + Debug>: Tr<T> where T: PartialEq { fn two(&self, t: T) -> (T, T) { (self.go(t), t) } } impl Sub<i32> for u8 {}
struct M<K: Hash + Eq, V>(HashMap<K, V>); impl<K, V> M<K, V> where K: Hash + Eq + Debug, V: Clone, HashMap<K, V>: Debug { fn show(&self) -> String { format!("{:?}", self.0) } }
fn fold<I, F, B>(it: I, init: B, mut f: F) -> B where I: IntoIterator, I::Item: Copy + Debug, F: FnMut(B, I::Item) -> B { let mut acc = init; for x in it { acc = f(acc, x); } acc }
fn un<T: ?Sized + Debug>(t: &T) -> String where for<'a> &'a T: Debug { format!("{:?}", t) }
trait Assoc { type Out: Clone + Default; type It<'a>: Iterator<Item = &'a u8> where Self: 'a; fn it<'a>(&'a self) -> Self::It<'a>; } impl Assoc for Vec<u8> { type Out = String; type It<'a> = std::slice::Iter<'a, u8>; fn it<'a>(&'a self) -> Self::It<'a> { self.iter() } }
fn use_a<A: Assoc>(a: &A) -> (usize, A::Out) where A::Out: Debug { (a.it().count(), A::Out::default()) }
fn main() { println!("{:?}", 3u8.two(4)); let mut h = HashMap::new(); h.insert(1, 'a'); println!("{}", M(h).show()); println!("{}", fold(vec![1, 2, 3], 0, |a, b| a + b)); println!("{} {}", un("x"), un(&[1, 2][..])); println!("{:?}", use_a(&vec![1u8, 2])); }
