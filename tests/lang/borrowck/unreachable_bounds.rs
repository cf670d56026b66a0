fn need<T: 'static>(_: T) {} fn outl<'a, 'b: 'a>(x: &'a u32, y: &'b u32) {} fn c() -> bool { true } fn u<T>(_: T) {}
fn a1<'a>(x: &'a u32) { return; need(x); }
fn a2<'a>(x: &'a u32) { loop {} need(x); }
fn a3<'a>(x: &'a u32) { panic!(); need(x); }
fn a4<'a>(x: &'a u32) { return; let y: &'static u32 = x; }
fn a5<'a>(x: &'a u32) { return; need::<&'a u32>(x); }
fn a6<'a>(x: &'a u32) -> &'static u32 { return &1; x }
fn a7() { return; let y = String::new(); u(y); u(y); }
fn a8<'a, T>(x: T) { return; need(x); }
fn b1<'a>() { return; let y: &'static &'a u32; }
fn b2<'a>(x: &'a u32) { if c() { return; } else { return; } need(x); }
fn b3<'a>(x: &'a u32) { return; let c = || need(x); }
fn b4<'a>(x: &'a u32) { return; let c = || { let y: &'static u32 = x; }; }
fn b5<'a>(x: &'a u32) { let c = || { return; need(x); }; }
fn b6<'a>(x: &'a u32) { return; outl::<'static, '_>(x, x); }
fn b7<'a>(x: &'a u32) { return; W::<&'static u32>(x); } struct W<T>(T);
fn b8<'a>(x: &'a u32) { return; let W::<&'static u32>(y) = W(x); }
fn b9<'a>(x: &'a u32) { return; x as &'static u32; }
fn c1<'a>(x: &'a u32) { match x { _ => return, } need(x); }
fn c2<'a>(x: &'a u32) { 'a: { break 'a; need(x); } }
fn c3<'a>(x: &'a u32) { loop { continue; need(x); } }
fn c4<'a>(x: &'a u32) { std::process::exit(1); need(x); }
fn c6<'a>(mut x: u32) { return; let r = &mut x; let s = &mut x; u(r); }
fn c7<'a>(x: &'a str) { return; let b: Box<dyn Fn()> = Box::new(|| u(x)); need(b); }
fn c8<'a>(x: &'a str) -> impl Fn() { return || (); }
fn main() {}
