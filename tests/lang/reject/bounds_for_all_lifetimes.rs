trait T {} trait U<'a> {} struct S; struct W<X>(X);
impl<'a> T for &'a u16 {} impl<X> T for W<X> where for<'a> &'a X: T {}
fn k<X>() where for<'a> &'a X: T {} fn l<X>() where X: for<'a> U<'a> {} fn m<X>() where for<'a> X: U<'a> + T {} fn n<X: for<'a> Fn(&'a u8) -> &'a u8>() {} fn o<X>() where for<'a, 'b> (&'a X, &'b X): T {} fn p<X: T>() {} fn q<X>() where for<'a> X: T {} fn r<X>() where for<'a> &'a X: Copy + std::fmt::Display {}
fn main() { k::<u8>(); l::<u8>(); m::<u8>(); n::<u8>(); o::<u8>(); p::<W<u8>>(); q::<S>(); r::<S>(); k::<S>(); r::<u8>(); l::<S>(); }
