struct D; impl Drop for D { fn drop(&mut self) {} }
const O: Option<D> = None;
const A: u8 = { let _x = O; 1 };
const B: u8 = { let _x: Option<D> = None; 1 };
const C: u8 = { let _x = S::A; 1 }; struct S; impl S { const A: Option<D> = None; const B: Option<D> = Some(D); }
const E: u8 = { let _x = S::B; 1 };
const fn f(x: Option<D>) { match x { None => {} Some(_) => {} } }
const F: u8 = { let mut x = None; x = O; 1 };
const G: u8 = { let mut x: Option<D> = None; x = Some(D); 1 };
const fn g(_: D, (a, _): (D, u8), [_, ..]: [D; 2], &_: &D, mut m: D, ref r: D) {}
fn main() { let d: &'static Option<D> = &None; let e: &'static Option<D> = &O; let f: &'static Option<D> = &S::A; }
