mod m { pub struct Q { x: u8 } impl Q { fn pr(&self) {} pub fn pu(&self) {} fn new() -> Q { Q { x: 1 } } const K: u8 = 1; } }
fn main() { m::Q::new().pr(); m::Q { x: 1 }; m::Q::new().x; let x: u16 = m::Q::K; match 1 { m::Q::K => {} _ => {} } m::Q::pr(1); let f: u8 = m::Q::new; }
