struct I<'a>(&'a [u8]); impl<'a> Iterator for I<'a> { type Item = &'a u8; fn next(&mut self) -> Option<Self::Item> { Some(1) } }
trait T { type A; type B<'x> where Self: 'x; fn f(&self) -> Self::A; fn g<'x>(&'x self) -> Self::B<'x>; } impl T for u8 { type A = Vec<Option<u8>>; type B<'x> = &'x str; fn f(&self) -> Self::A { 1 } fn g<'y>(&'y self) -> Self::B<'y> { 1 } }
struct It; impl IntoIterator for It { type Item = u8; type IntoIter = std::vec::IntoIter<u8>; fn into_iter(self) -> Self::IntoIter { 1 } }
impl std::str::FromStr for It { type Err = String; fn from_str(s: &str) -> Result<Self, Self::Err> { Some(1) } }
impl std::ops::Deref for It { type Target = str; fn deref(&self) -> &Self::Target { 1 } }
impl std::ops::Add for It { type Output = It; fn add(self, o: It) -> Self::Output { return 1; } }
fn gen<X: T>(x: X) -> X::A { 1 } fn gen2<X: T<A = u8>>(x: X) -> X::A { "a" }
fn main() {}
