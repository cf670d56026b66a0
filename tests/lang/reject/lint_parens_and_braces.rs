#![deny(unused_parens, unused_braces)]
#![allow(warnings)]
#[derive(Eq, PartialEq)]
struct X { y: bool }
fn foo() -> isize { return (1); }
fn bar() -> isize { return (1 + 1); }
fn baz(x: i32) -> bool { (x > 1) }
const A: i32 = (3); static B: i32 = { 3 };
fn un(y: bool, v: Vec<i32>, o: Option<i32>) {
    if (true) {} if (y == true) {} else if (false) {} while (y) { break; }
    for i in (0..3) {} for i in { v.clone() } {}
    match (y) { true => (), false => ((1, 2), ()).1 }
    match y { true => (()), false => { () } }
    if let Some(x) = (o) {} while let Some(x) = (o) { break; } if let (Some(x)) = o {} if let 1 = (1 + 2) {} if let 1..=2 = (3) {}
    let a = (1 + 2); let (b) = 3; let mut c = { 4 }; c = (5); c += (6); c = { 7 };
    foo2((1), { 2 }); v.get((1)); v[(1)]; [1; { 2 }]; let z: [i32; (3)] = [1; 3]; let zz: [i32; { 3 }] = [1; { 3 }];
    if (X { y: true } == X { y: true }) {} if (return) {} if ({ true } && y) {} while ({ y }) {} if { y } {} while { y } { }
    let q = (|| 1); let r = |x: i32| (x + 1); let s = || -> i32 { (3) };
    let t = (if y { 1 } else { 2 } + 1); let u = (loop { break (3); }); let w = 'l: { break 'l (4); };
    let _ = ({ 1 } + 1); let _ = (y && y); let _ = (1, ); let Some(_) = (o) else { return }; let true = (y && y) else { return }; let 1 = (if y { 1 } else { 2 }) else { return };
    let _ = (&raw const c); let _ = ((1)); let _ = (((1))); foo2(((1)), (2)); 
    match 1 { (1) => {} (2 | 3) => {} (4..=5) => {} a @ (6 | 7) => {} (b) if (y) => {} _ => {} }
    let &(x) = &1; let &(mut x) = &1; 
}
fn foo2(a: i32, b: i32) {}
fn pats((a): i32, (b, (c)): (i32, i32)) { let ((x), [(y), ..]) = (1, [2, 3]); let f = |(z): i32| z; for (i) in 0..1 {} struct S { a: i32 } let S { a: (q) } = S { a: 1 }; let (mut m) = 1; }
fn types(a: (i32), b: &(i32), c: Box<(dyn Send)>, d: &(dyn Send), e: &(dyn Send + Sync), f: (fn()), g: Vec<(u8)>, h: Box<dyn (Send)>, i: Box<dyn (Send) + Sync>, j: &'static (dyn Send + Sync)) -> (i32) { 1 as (i32) }
fn types2(a: impl (Send), b: &(impl Send + Sync), c: Box<dyn Fn() -> (dyn2)>, d: *const (dyn Send + Sync)) { let x = 1 as (i32) < 2; }
type dyn2 = i32;
fn wh<T>() where (T): Copy, (fn(T)): Copy, (for<'a> fn(&'a T)): Copy {}
macro_rules! mm { ($e:expr) => { foo2($e, (3)); if ($e == 1) {} let x = ($e); } }
macro_rules! id { ($($t:tt)*) => { $($t)* } }
fn mac() { mm!(1); mm!((2)); id!(let x = (1);); let y = (id!(3)); let z = { id!(4) }; if (id!(true)) {} }
fn blocks() -> i32 { { 3 } }
fn blocks2() -> i32 { unsafe { 3 } }
fn blocks3() -> i32 { let c = { 3 }; return { 4 }; }
fn blocks4() { foo2({ 1 }, { let x = 1; x }); foo2({ 1 + 1 }, {
  3 }); let x = Some({ 3 }); (foo2)({ 7 }, 1); loop { break { 3 }; }; }
struct G<const N: usize>; fn cg(a: G<{ 3 }>, b: G<{ 3 + 1 }>, c: G<{ A2 }>) {} const A2: usize = 3;
enum Disc { A = { 3 }, B = (4) }
fn ret(x: &mut i32) { return (*x = 3); }
fn brk() { loop { break (); } let x = loop { break ({ 3 }); }; }
fn main() {}
