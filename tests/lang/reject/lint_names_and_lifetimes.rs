#![deny(unused_macros, unsafe_op_in_unsafe_fn, static_mut_refs, unused_lifetimes, single_use_lifetimes, elided_lifetimes_in_paths, unreachable_pub, deprecated, non_ascii_idents, unknown_lints)]
#![allow(dead_code, unused_variables)]
macro_rules! never { () => {} } macro_rules! used { () => {}; ($x:expr) => {}; (a b) => {} } used!(); mod mm { macro_rules! inner { () => {} } #[macro_export] macro_rules! exported { () => {} } #[macro_use] mod q { macro_rules! z { () => {} } } z!(); } #[allow(unused_macros)] macro_rules! okay { () => {} } macro_rules! _under { () => {} }
unsafe fn un() {} static mut ST: i32 = 1; union U { a: i32 } extern "C" { fn ext(); }
unsafe fn f1(p: *const i32, u: U) { un();
let x = *p;
ST = 2;
let y = u.a;
ext();
unsafe { un();
} fn inner() {} let c = || un();
}
fn f2() { unsafe { let a = &ST;
let b = &mut ST;
let c = ST;
ST += 1;
let d = &raw const ST;
println!("{}", ST);
let e = ST.clone();
let f = &ST as *const i32;
} }
fn l1<'a>() {}
fn l2<'a>(x: &'a i32) {}
fn l3<'a>(x: &'a i32) -> &'a i32 { x }
fn l4<'a, 'b>(x: &'a i32, y: &'b i32) -> &'a i32 { x }
struct L5<'a>(&'a i32); impl<'a> L5<'a> { fn m(&self) {}
fn n<'b>(&'b self) -> &'b i32 { self.0 }
fn o<'c>() {}
}
struct L6<'a, 'b> { x: &'a i32, y: &'b i32 }
impl<'z> L6<'z, 'z> {}
impl<'p, 'q> Clone for L6<'p, 'q> { fn clone(&self) -> Self { *self }
}
impl<'p, 'q> Copy for L6<'p, 'q> {}
fn l7<'a: 'b, 'b>(x: &'a i32, y: &'b i32) {}
fn l8(f: &dyn for<'x> Fn(&'x i32)) {}
type L9<'a> = &'a i32; fn l10<'a>(x: L5<'a>) {}
trait L11<'a> { fn f(x: &'a i32); }
fn e1(x: L5) {}
fn e2(x: L5<'_>) {}
 impl L5<'_> { fn e5(o: Option<L5>) {}
}
struct E6<'a>(L5<'a>); fn e7(x: &i32) -> L5 { L5(x) }
fn e8(x: &i32) -> L5<'_> { L5(x) }
fn e9<'a>(x: &'a i32) -> L5 { L5(x) }
fn e11<'a>(x: &'a i32) -> &i32 { x }
mod pp { pub fn up() {}
pub struct Us { pub a: i32 }
pub(crate) fn ok() {}
pub const C: i32 = 1; impl Us { pub fn m() {}
}
pub enum Ue { A }
pub mod deep { pub fn w() {}
}
pub use self::deep::w;
pub trait Ut {}
pub type Ty = i32; pub static S2: i32 = 1; }
#[deprecated] fn dep() {} #[deprecated(since = "1.0", note = "use x")] struct Dep2; #[deprecated(note = "n")] const DC: i32 = 1; struct Df { #[deprecated] f: i32 } enum De { #[deprecated] V } trait Dt { #[deprecated] fn dm(&self); } impl Dt for i32 { fn dm(&self) {} }
fn d1(x: Dep2) { dep();
let _ = DC;
let y = Df { f: 1 };
y.f;
De::V;
1.dm();
let Dep2 = x;
dep;
#[allow(deprecated)] dep();
 }
mod qq { pub fn foo() {}
pub struct Ss; pub mod inner { pub fn g() {}
}
}
use qq::foo; use std::fmt;
fn q1() { qq::foo(); crate::qq::foo(); let x: std::string::String = std::string::String::new(); let y: fmt::Result = Ok(()); self::q2(); crate::q2(); std::option::Option::Some(1); let z = std::vec::Vec::<i32>::new(); } fn q2() {}
type Ta<T: Clone> = Vec<T>; type Tb<T> where T: Clone = Vec<T>; type Tc<T: Iterator> = <T as Iterator>::Item; type Td<T: Iterator> = T::Item;
fn é() { let ü = 1; }  enum Vs { A([u8; 1000]), B(u8) } enum Vo { A, B(i32) }

fn ov(x: u8) { match x { 0..=10 => {} 10..=20 => {} 21..=30 | 30..=40 => {} _ => {} } match x { 0..10 => {} 11..=20 => {} _ => {} } }
fn na() { println!("{}", x = 1); println!("{} {y}", 2, y = 3); println!("{} {}", a = 1, b = 2); println!("{0}", q = 1); }
#[allow(foo_bar_baz)] fn ul() {} #[warn(unused_variabels)] fn ul2() {} #[allow(clippy::x)] fn ul3() {}
const CM: [i32; 2] = [1, 2]; const CV: Vec<i32> = Vec::new(); fn cm() { CM[0] = 1; CV.push(1); } struct Cs { x: i32 } const CS: Cs = Cs { x: 1 }; fn cm2() { CS.x = 2; }
fn rl<'a, 'b>(x: &'a i32, y: &'b i32) where 'a: 'b, 'b: 'a {} fn rl2<'a: 'static>(x: &'a i32) {} struct Eo<'a, T: 'a> { x: &'a T } struct Eo2<'a, T> where T: 'a + Clone { x: &'a T }
fn main() {}
