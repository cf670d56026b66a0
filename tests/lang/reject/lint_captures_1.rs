#![deny(impl_trait_overcaptures)]
fn named<'a>(x: &'a i32) -> impl Sized { *x }
fn implicit(x: &i32) -> impl Sized { *x }
struct W<'s>(&'s u8); impl<'s> W<'s> { fn hello(&self, w: &i32) -> impl Sized + '_ { self } fn hi(self) -> impl Sized {} fn ho(self) -> impl Sized + 's { self } fn st() -> impl Sized + 'static {} }
fn b<'a, 'b: 'a>(x: &'a u8, y: &'b u8) -> impl Sized + 'a { x }
fn c<'a, 'b>(x: &'a u8, y: &'b u8) -> impl Sized + use<'a> { x }
fn d<'a>(x: &'a u8) -> Vec<impl Fn(&'a u8) -> u8> { vec![|x: &'a u8| 1] }
fn e<'a>(x: &'a u8) -> (impl Sized, impl Sized + 'a) { (1, x) }
fn f<T>(x: T) -> impl Sized { x }
fn g<T>(x: &T) -> impl Sized { 1 }
fn h() -> impl Fn(&u8) -> u8 { |x| *x }
fn i(f: impl Fn(&u8)) -> impl Sized {}
fn j(f: fn(&u8), g: &dyn Fn(&u8)) -> impl Sized {}
async fn k(x: &u8) -> impl Sized { 1 }
trait T { fn m(&self) -> impl Sized; }
impl T for u8 { fn m(&self) -> impl Sized {} }
fn main() {}
