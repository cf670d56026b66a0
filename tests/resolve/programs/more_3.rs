enum Shape { Circle(f64), Square { side: f64 }, Unit }
use Shape::*;
fn area(s: Shape) -> f64 {
    match s {
        Circle(r) => r,
        Square { side } => side,
        Unti => 0.0,
        Triangle(a, b) => a,
        Shape::Hexagon => 1.0,
    }
}
trait Area { fn area(&self) -> f64; const SIDES: u32; }
impl Area for Shape { fn area(&self) -> f64 { 0.0 } fn perimeter(&self) -> f64 { 0.0 } const SIDES: u32 = 0; const EDGES: u32 = 1; }
impl Areaa for Shape {}
fn main() { let s = Shape::Circle(1.0); let q: Shape::Circle = s; let p: Vec<Shapee> = vec![]; let t = Square; let u = Circle; let v: Unit; }
