struct S; struct W<T>(T); const fn s() -> S { S }
fn a() -> Option<impl Copy> { Some(s()) }
fn b() -> [impl Copy; 1] { [s()] }
fn c() -> (impl Copy,) { (s(),) }
fn d() -> W<impl Copy> { W(s()) }
fn e() -> Box<impl Copy> { Box::new(s()) }
fn g() -> Box<impl Copy> { let x: Box<S> = Box::new(s()); x }
fn h() -> W<impl Copy> { let x = W(s()); x }
fn i() -> W<impl Copy> { wrap(s()) } fn wrap<T>(t: T) -> W<T> { W(t) }
fn j() -> W<impl Copy> { if true { wrap(s()) } else { loop {} } }
fn k() -> (impl Copy, impl Copy) { let x = (s(), s()); x }
fn l() -> Option<impl Copy> { return Some(s()); }
fn m() -> impl Copy { return s(); }
fn o() -> fn() -> S { s } 
fn p() -> impl Iterator<Item = impl Copy> { vec![s()].into_iter() }
fn q() -> Box<impl Iterator<Item = u8>> { Box::new(vec![1u16].into_iter()) }
fn r() -> Option<impl Iterator<Item = u8>> { Some(vec![1u16].into_iter()) }
fn t() -> impl Iterator<Item = u8> { vec![1u16].into_iter() }
fn u() -> impl Iterator<Item = u8> { let x = vec![1u16].into_iter(); x }
fn v() -> impl Iterator<Item = u8> { [1u16].into_iter().map(|x| x) }
fn w() -> impl std::future::Future<Output = u8> { async { "a" } }
fn x() -> impl std::future::Future<Output = u8> { let y = async { "a" }; y }
fn y() -> impl Fn() -> u8 { || "a" }
fn main(){}
async fn aa() -> u8 { 1 } async fn ab() -> u8 { aa() } async fn ac() -> Option<u8> { aa() } async fn ad() -> u8 { let x = aa(); x }
async fn ae() -> Option<impl Copy> { Some(String::new()) } async fn af() -> impl Iterator<Item = u8> { vec![1u16].into_iter() }
fn ag(t: impl Fn() -> u8, v: &impl Iterator) { t.a; v.bar; }
