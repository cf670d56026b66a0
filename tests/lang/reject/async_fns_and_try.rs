async fn a() { let x: u8 = None?; }
async fn b() -> u8 { Err(1)?; 1 }
fn c() { let f = async { None?; 1 }; let g = async || { None?; }; let h = || { None?; }; }
struct S; impl S { async fn m(&self) { None?; } fn n(&self) { None?; } }
async fn d() -> Option<u8> { Err(1)?; None } async fn e() -> Result<u8, u8> { None?; Ok(1) } fn f() { async { Err(1)?; Some(1) }; async { None?; Ok::<u8, u8>(1) }; }
async fn g(x: &str) -> String { x } async fn h() -> &'static str { 1 } async fn i<'a>(x: &'a u8) -> &'a str { x } impl S { async fn o() -> Self { 1 } async fn p(&self) -> Option<&u8> { return 1; } async fn q() -> u8 { if true { "a" } else { 1 } } async fn r() -> u8 { } async fn s() -> u8 { match 1 { 1 => "a", _ => 1 } } async fn t() { 1 } async fn u() { return 1; } async fn v() -> u8 { 1; } async fn w() -> u8 { return; } }
fn main() { let c = async |x: u8| x; c + 1; c.foo(); let d: u8 = c; let e = || async { 1 }; e + 1; let f: u8 = c(1); let g: u8 = e(); let aa = async { 1 } + 1; need(c); need(e); }
fn need<T: Copy + Tr>(t: T) {} trait Tr {}
