trait K { fn k<T>(&self); type Q; } trait L { fn k<T>(&self); }
fn k(x: &dyn K) {} fn l(x: Option<&dyn K<Q = u8>>, y: &dyn L) {}
struct S { x: Box<dyn K>, y: Box<dyn L> }
trait M { type R; fn m() -> Box<dyn M>; fn n(x: &dyn L) -> &'static dyn L; }
type A = dyn K; type B = dyn L; static C: Option<&'static dyn K> = None;
impl K for dyn K { fn k<T>(&self) {} type Q = u8; }
fn main() { let x: &dyn K; let y: Box<dyn L>; let z: &dyn K<Q = u8>; }
