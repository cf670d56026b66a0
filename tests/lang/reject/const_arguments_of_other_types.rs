struct A<const N: usize>; struct B<T, const N: u8>(T); struct C<const X: bool>; struct D<const X: i8>; impl<const N: usize> A<N> { fn f() {} const K: u8 = 1; } fn g<const N: usize>() {} trait T<const N: usize> {} 
impl T<1u8> for u8 {}
fn f(x: A<1u8>, y: B<u8, true>, z: C<1>, w: D<1u8>, v: &dyn T<'a'>) -> A<-1i8> { A }
fn main() { let b: A<true>; let c = A::<1u8>; A::<true>::K; g::<1u8>(); g::<'a'>(); let d: D<-1i16>; let e: D<{ 1u8 }>; let f: A<{ -1 }>; let h: D<128>; let h: D<-128>; let i: A<"a">; }
