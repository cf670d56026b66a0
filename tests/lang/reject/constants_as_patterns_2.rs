#[derive(PartialEq)] struct P(u8); const A: P = P(1);
struct NP(u8); const B: NP = NP(1);
const D: fn() = main; const E: &[NP] = &[];
union U { a: u8, b: u8 } const H: U = U { a: 1 };
const J: std::cell::Cell<u8> = std::cell::Cell::new(1);
const K: &dyn Send = &1; const L: fn(&u8) = |_| (); const M: f32 = f32::NAN; const Q: Option<NP> = None; const R: Option<NP> = Some(NP(1)); const T: &&str = &"a";
struct Man; impl PartialEq for Man { fn eq(&self, _: &Man) -> bool { true } } const W: Man = Man; const X: &Man = &Man; const Y: [Man; 0] = [];
#[derive(PartialEq)] enum E2 { A(Man), B } const Z1: E2 = E2::B; const Z2: E2 = E2::A(Man);
fn main() {
    match P(1) { A => {} _ => {} }
    match NP(1) { B => {} _ => {} }
    match main as fn() { D => {} _ => {} }
    match &[NP(1)][..] { E => {} _ => {} }
    match (U { a: 1 }) { H => {} _ => {} }
    match std::cell::Cell::new(1u8) { J => {} _ => {} }
    match (&1u8 as &dyn Send) { K => {} _ => {} }
    match L { L => {} _ => {} }
    match 1.0 { M => {} _ => {} }
    match Some(NP(1)) { Q => {} R => {} _ => {} }
    match &"a" { T => {} _ => {} }
    match Man { W => {} }
    match &Man { X => {} _ => {} }
    match [Man; 0] { Y => {} }
    match E2::B { Z1 => {} Z2 => {} _ => {} }
    if let R = Some(NP(2)) {} let B = NP(3); let P2 = 1;
}
