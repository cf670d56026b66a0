//! Private traits come to light in `impl` and `dyn` types and in bounds.
mod m { pub trait PubT { type Out; fn get(&self) -> Self::Out; } trait PrivT { fn p(&self) -> i32 { 1 } } impl PrivT for u8 {} struct Priv; impl PubT for u8 { type Out = i32; fn get(&self) -> i32 { self.p() } } pub fn imp() -> impl PubT { 1u8 } pub fn dynp() -> Box<dyn PrivT> { Box::new(1u8) } pub fn bounded<X: PrivT>(x: X) {} pub fn ip() -> impl PrivT { 1u8 } }
fn main() { let i = m::imp(); let d = m::dynp(); m::bounded(1u8); m::ip(); }
