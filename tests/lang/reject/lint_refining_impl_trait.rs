#![deny(refining_impl_trait)]
pub trait A { fn f(&self) -> impl Iterator<Item = u8> + '_; fn g() -> impl Clone; async fn h(&self) -> u8; fn i() -> Option<impl Clone>; }
pub struct P(Vec<u8>);
impl A for P { fn f(&self) -> impl Iterator<Item = u8> + Clone + '_ { self.0.iter().copied() } fn g() -> impl Clone + Send { 1 } fn h(&self) -> std::future::Ready<u8> { std::future::ready(1) } fn i() -> Option<impl Clone> { Some(1) } }
struct Q;
impl A for Q { fn f(&self) -> std::iter::Empty<u8> { std::iter::empty() } fn g() -> impl Clone { 1 } async fn h(&self) -> u8 { 1 } fn i() -> Option<u8> { None } }
impl A for u8 { #[allow(refining_impl_trait)] fn f(&self) -> std::iter::Empty<u8> { std::iter::empty() } fn g() -> u8 { 1 } async fn h(&self) -> u8 { 1 } fn i() -> Option<u8> { None } }
fn main() {}
