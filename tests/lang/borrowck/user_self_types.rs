use std::marker::PhantomData;
struct C<'a, T>(T, PhantomData<&'a ()>); impl<'a> C<'a, &'a u32> { fn n(x: &'a u32) -> Self { C(x, PhantomData) } } impl<'a, T: 'static> C<'a, T> { fn st(t: T) {} const G: usize = 2; }
fn a1<'a>(x: &'a u32) { C::<'static, &u32>::n(x); }
fn a4<'a>(x: &'a u32) { C::<'_, &'a u32>::st(x); }
fn a5<'a>(x: &'a u32) { C::st(x); }
fn a6<'a>(x: &'a u32) { C::<'_, &u32>::st(x); }
fn main() {}
