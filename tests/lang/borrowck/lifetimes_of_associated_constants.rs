struct C<'a, T>(&'a T);
impl<'a, T: 'static> C<'a, T> { const G: usize = 2; fn g() -> usize { 3 } }
impl<'a> C<'a, u8> where 'a: 'static { const H: usize = 2; }
trait Tr<'a> { const K: usize; const R: &'a str; }
impl Tr<'static> for u8 { const K: usize = 1; const R: &'static str = ""; }
impl<'b> Tr<'b> for &'b u16 { const K: usize = 1; const R: &'b str = ""; }
fn f<'a>() -> usize { C::<'a, &'a u32>::G }
fn f2<'a>() -> usize { C::<'a, &'a u32>::g() }
fn g<'a>() -> usize { C::<'a, u8>::H }
fn h<'a>() -> usize { <u8 as Tr<'a>>::K }
fn i<'a>() -> &'static str { <&'a u16 as Tr<'a>>::R }
fn j<'a, 'b>() -> &'a str { <&'b u16 as Tr<'b>>::R }
fn k<'a, 'b>() -> usize { <&'b u16 as Tr<'a>>::K }
fn main() {}
