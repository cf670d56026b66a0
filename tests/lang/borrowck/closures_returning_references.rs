fn use_<T>(_: T) {}
fn a<'a>(x: &'a str) -> Box<dyn Fn() -> &'a str + 'a> { Box::new(|| x) } 
fn b<'a>(x: &'a str) -> Box<dyn Fn() -> &'a str + 'a> { Box::new(|| { x }) } 
fn c<'a>(x: &'a str) -> impl Fn() -> &'a str { || x } 
fn d<'a>(x: &'a str) -> Box<dyn Fn() -> &'a str + 'a> { Box::new(|| return x) } 
fn e<'a>(x: &'a str) -> Box<dyn Fn() -> &'a str + 'a> { Box::new(|| -> &'a str { x }) } 
fn f<'a>(x: &'a str) -> Box<dyn Fn(bool) -> &'a str + 'a> { Box::new(|b| if b { x } else { "" }) } 
fn g<'a>(x: &'a str) -> Box<dyn Fn(bool) -> &'a str + 'a> { Box::new(|b| { let y: &'a str = x; y }) } 
fn h<'a>(x: &'a str) -> Box<dyn Fn(bool) -> usize + 'a> { Box::new(|b| x.len()) } 
fn i<'a>(x: &'a [u8]) -> Box<dyn Fn(bool) -> u8 + 'a> { Box::new(|b| x[0]) } 
fn j<'a>(x: &'a (u8, u8)) -> Box<dyn Fn(bool) -> u8 + 'a> { Box::new(|b| x.0) } 
fn k<'a>(x: &'a (u8, u8)) -> Box<dyn Fn(bool) -> u8 + 'a> { Box::new(|b| x.clone().0) } 
fn l<'a>(x: &'a u8) -> Box<dyn Fn(bool) -> u8 + 'a> { Box::new(|b| *x) } 
fn m<'a>(x: &'a u8) -> Box<dyn Fn(bool) -> u8 + 'a> { Box::new(|b| { fn q(x: &u8) -> u8 { *x } q(x) }) } 
fn n<'a>(x: &'a u8) -> Box<dyn Fn(bool) -> Option<&'a u8> + 'a> { Box::new(|b| Some(x)) } 
struct S<'a> { r: &'a str } fn o<'a>(s: S<'a>) -> Box<dyn Fn() -> &'a str + 'a> { Box::new(|| s.r) } fn p<'a>(s: &'a S<'a>) -> Box<dyn Fn() -> &'a str + 'a> { Box::new(|| s.r) } fn q<'a>(s: S<'a>) -> Box<dyn Fn() -> &'a str + 'a> { Box::new(move || s.r) }
fn r<'a>(x: &'a mut u8) -> Box<dyn FnMut() -> u8 + 'a> { Box::new(|| { *x += 1; *x }) } fn s<'a>(x: &'a mut u8) -> Box<dyn FnMut() + 'a> { Box::new(|| { let y: &mut u8 = x; *y = 1 }) } fn t<'a>(x: &'a mut u8) -> Box<dyn FnOnce() -> &'a mut u8 + 'a> { Box::new(|| x) } fn u<'a>(x: &'a mut u8) -> Box<dyn FnOnce() -> &'a mut u8 + 'a> { Box::new(|| &mut *x) } fn v<'a>(x: &'a mut u8) -> Box<dyn FnMut() -> &'a mut u8 + 'a> { Box::new(|| x) } 
fn main() {}
