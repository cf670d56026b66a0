use std::future::Future; use std::pin::Pin;
fn bx<'a>(f: impl Future<Output = usize> + 'a) -> Pin<Box<dyn Future<Output = usize> + 'a>> { Box::pin(f) }
fn by<'a, F: Future<Output = usize> + 'a>(f: F) -> Pin<Box<dyn Future<Output = usize> + 'a>> { Box::pin(f) }
fn bz<'a, F: Fn() -> usize + 'a>(f: F) -> Box<dyn Fn() -> usize + 'a> { Box::new(f) }
fn bw<'a, F: Fn() -> usize + 'a>(f: F) -> &'a u8 { &1 }
fn a1<'a>(x: &'a str) -> Pin<Box<dyn Future<Output = usize>>> { bx(async move { x.len() }) }
fn a2<'a>(x: &'a str) -> Pin<Box<dyn Future<Output = usize>>> { by(async move { x.len() }) }
fn a3<'a>(x: &'a str) -> Box<dyn Fn() -> usize> { bz(move || x.len()) }
fn a4<'a>(x: &'a str) -> &'static u8 { bw(move || x.len()) }
fn a5<'a>(x: &'a str) -> &'static u8 { bw::<'static, _>(move || x.len()) }
fn a6<'a>(x: &'a str) -> Box<dyn Fn() -> usize> { let c = move || x.len(); let b = bz(c); b }
fn a7<'a>(x: &'a str) { fn st<F: Future + 'static>(f: F) {} st(async move { x.len() }); }
fn a8<'a, 'b>(x: &'a str, y: &'b str) -> Pin<Box<dyn Future<Output = usize> + 'a>> { by(async move { x.len() + y.len() }) }
fn main() {}
