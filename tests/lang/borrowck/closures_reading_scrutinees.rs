enum E { A(String, String), B } struct S { a: String, b: Option<String> } fn u<T>(_: T) {}
fn a1(e: &mut E) { let f = || { if let E::A(x, y) = e { u(x); } }; u(&*e); f(); }
fn a2(e: &mut E) { let f = || { if let E::A(x, _) = e { u(&*x); } }; u(&*e); f(); }
fn a3(e: &mut E) { let f = || { match e { E::A(x, _) => { u(&*x); } _ => {} } }; u(&*e); f(); }
fn a4(e: &mut E) { let f = || { match *e { E::A(ref mut x, _) => { u(x); } _ => {} } }; u(&*e); f(); }
fn a5(e: &mut Option<String>) { let f = || { if let Some(x) = e { x.push('a'); } }; u(&*e); f(); }
fn a6(e: &mut Option<String>) { let f = || { while let Some(x) = e { x.push('a'); } }; u(&*e); f(); }
fn a7(e: &mut (String, String)) { let f = || { let (x, y) = e; x.push('a'); }; u(&e.0); f(); }
fn a8(e: &mut S) { let f = || { let S { a, .. } = e; a.push('a'); }; u(&e.b); u(&e.a); f(); }
fn a9(e: &mut S) { let f = || { let S { b: Some(b), .. } = e else { return }; b.push('a'); }; u(&e.a); u(&e.b); f(); }
fn b1(e: &mut S) { let f = || { match e { S { a, b: None } => a.push('a'), _ => {} } }; u(&e.a); u(&e.b); f(); }
fn b2(e: &mut S) { let f = || { match &mut e.b { Some(x) => x.push('a'), _ => {} } }; u(&e.a); u(&e.b); f(); }
fn b3(e: &mut S) { let f = || { match e.b { Some(ref mut x) => x.push('a'), _ => {} } }; u(&e.a); u(&e.b); f(); }
fn b4(e: &E) { let f = || { match e { E::A(x, _) => { u(x); } _ => {} } }; u(e); f(); }
fn b5(mut e: E) { let mut f = || { match e { E::A(ref mut x, _) => { u(x); } _ => {} } }; u(&e); f(); }
fn b6(mut e: E) { let mut f = || { match &mut e { E::A(x, _) => { u(x); } _ => {} } }; u(&e); f(); }
fn b7(e: &mut &mut E) { let f = || { match e { E::A(x, _) => { u(&*x); } _ => {} } }; u(&**e); f(); }
fn b8(e: Box<E>) { let f = || { match *e { E::A(x, _) => { u(&x); } _ => {} } }; u(e); f(); }
fn b9(e: &mut Box<E>) { let f = || { match **e { E::A(ref mut x, _) => { u(x); } _ => {} } }; u(&**e); f(); }
fn c1(e: (E, u8)) { let f = || { match e { (E::B, 1) => {}, _ => {} } }; u(e.0); f(); }
fn c2(e: &mut u8) { let f = || { match e { 1 => {}, x => *x = 1 } }; u(&*e); f(); }
fn c3(e: &mut [u8]) { let f = || { if let [a, ..] = e { *a = 1; } }; u(&e[0]); f(); }
fn c4(e: &mut Vec<u8>) { let f = || { if let [a, ..] = &mut e[..] { *a = 1; } }; u(&e[0]); f(); }
fn main() {}
