use std::rc::Rc; use std::collections::HashMap;
struct P { x: String, y: (i32, i32) }
fn a(mut l: Vec<&i32>, k: Vec<&P>, mut h: HashMap<i32, &P>, r: Rc<&i32>, b: Box<&P>, mut bb: Box<&mut P>, rb: &Box<&mut P>) { *l[0] = 1; k[0].x.push('a'); k[0].y.0 = 1; *h[&1] = todo!(); h[&1].y.0 = 1; **r = 1; b.y.0 = 1; b.x.clear(); bb.y.0 = 1; rb.y.0 = 1; **rb = todo!(); }
fn b(l: &Vec<String>, k: &[Box<String>], r: Rc<Box<String>>, v: Vec<Box<String>>, vv: Vec<Rc<String>>, rr: Rc<Rc<String>>, w: Vec<&Box<String>>) { let a = l[0]; let b = *k[0]; let c = **r; let d = *v[0]; let e = *vv[0]; let f = **rr; let g = **w[0]; let h = *w[0]; }
fn main() {}
