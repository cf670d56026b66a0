struct C { n: u32, items: Vec<u32> }
impl C {
    const K: u32 = 3;
    fn new() -> Self { make() }
    fn make() -> Self { todo!() }
    fn m(&self) {}
    fn a(&self) { m(); make(); K; items; items.len(); n(); m; new; }
    fn b() { n; m(); K; }
}
trait T { fn x(&self); fn y(); fn z(&self) { x(); y(); } }
fn main() { if true { let inner = 1; } inner; { let q = 2; } q; match 1 { w => {} } w; for i in 0..3 {} i; fn g() { let h = 1; } h; let z = z; 
   let p = |a| a; a; while let Some(t) = None::<i32> {} t; }
