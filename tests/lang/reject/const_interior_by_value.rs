use std::cell::{Cell, RefCell};
const O: Option<Cell<u8>> = None; const P: &Option<Cell<u8>> = &O;
const Q: &Option<Cell<u8>> = &None;
const R: &Option<Cell<u8>> = &Some(Cell::new(1));
const V: Vec<Cell<u8>> = Vec::new(); const W: &Vec<Cell<u8>> = &V;
const E: [Cell<u8>; 0] = []; const F: &[Cell<u8>; 0] = &E;
const T: (u8, Option<Cell<u8>>) = (1, None); const U: &(u8, Option<Cell<u8>>) = &T;
const X: &Option<Cell<u8>> = &f(); const fn f() -> Option<Cell<u8>> { None }
const Y: &Option<Cell<u8>> = &(if true { None } else { Some(Cell::new(1)) });
const Z: &Option<Cell<u8>> = { let x = None; &{ x } };
trait Tr { const A: Option<Cell<u8>>; }
const B: &Option<Cell<u8>> = &<u8 as Tr>::A; impl Tr for u8 { const A: Option<Cell<u8>> = None; }
struct S; impl S { const A: Option<Cell<u8>> = None; } const C: &Option<Cell<u8>> = &S::A;
const G: &u8 = &(1, Cell::new(1)).0;
const H: Option<&'static Cell<u8>> = None;
static ST: &Option<std::sync::atomic::AtomicU8> = &None;
const I: &Cell<u8> = &ID; const ID: Cell<u8> = Cell::new(1);
const J: &RefCell<u8> = &RefCell::new(1);
fn main() { let a: &'static Option<Cell<u8>> = &None; let b: &'static Option<Cell<u8>> = &O; let c: &'static Cell<u8> = &ID; let d: &'static Option<Cell<u8>> = &S::A; let e: &'static Vec<Cell<u8>> = &V; let f: &'static (u8, Option<Cell<u8>>) = &(1, None); }
