enum E { A, B(i32), C { x: bool, y: u8 }, D, F, G } enum V {}
fn a(e: Option<i32>, x: E, t: (i32, Option<u8>), v: Result<u8, V>) { let Some(x1) = e; let E::A = x; let (1, y) = t; let Ok(z) = v; let Some(q) = e.map(|x| x + 1); 
 for Some(x) in vec![e] {} 
 match x {} match x { E::A => {} } match e { Some(3) => {} } 
 let f = |Some(x): Option<i32>| {}; let [a, b] = [1, 2, 3][..]; let 5 = 5; 
 if let Some(x) = e {} while let None = e {} }
fn b(Some(x): Option<i32>, (1, _): (i32, i32)) {}
fn c(r: &V, w: V, o: Option<V>, p: &Option<V>) { match w {} match *r {} match r {} match o { None => {} } match p { None => {} } let None = o;  }

fn main() {}
