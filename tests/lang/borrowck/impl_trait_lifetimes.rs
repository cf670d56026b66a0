use std::fmt::Debug;
fn f<'a>(x: impl Debug + 'a) -> Box<dyn Debug + 'a> { Box::new(x) } fn g<'a>(x: impl Fn(&'a u32), y: &'a u32) { x(y) } fn h<'a>(x: impl Iterator<Item = &'a u32>) -> &'a u32 { x.last().unwrap() } fn k<'a>(x: &'a u32, y: impl Into<&'a u32>) -> &'a u32 { y.into() }
fn a1(x: &u32) -> Box<dyn Debug> { f(x) }
fn a2<'z>(x: &'z u32) -> &'static u32 { h(std::iter::once(x)) }
fn a3() { f::<'static>(1); h::<'static>([].iter()); g::<'static>(|_| {}, &1); k::<'static, u32>(&1, &2); }
fn a4() { let x = 1; let r; { let y = 2; r = k(&x, &y); } println!("{r}"); }
fn a5() { let p = f(1); let q: fn(&u32, &u32) -> &'static u32 = |a, b| k(a, b); }
fn main() {}
