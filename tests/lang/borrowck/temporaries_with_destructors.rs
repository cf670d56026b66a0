//! Temporaries whose destructors look at what is dropped before them.
use std::cell::RefCell; use std::sync::{Mutex, RwLock};
fn a() -> usize { let x = RefCell::new(vec![1]); x.borrow().len() }
fn b() -> i32 { let x = Mutex::new(1); *x.lock().unwrap() }
fn c() -> i32 { let x = RwLock::new(1); *x.read().unwrap() + *x.write().unwrap() }
fn d() -> i32 { let x = RefCell::new(1); match *x.borrow_mut() { n => n } }
fn e() -> String { let x = RefCell::new(String::new()); x.borrow().clone() }
fn f() -> Option<i32> { let x = RefCell::new(Some(1)); *x.borrow() }
fn g() { let x = RefCell::new(Some(1)); if let Some(_) = *x.borrow() {} }
fn h() { let x = RefCell::new(Some(1)); while let Some(_) = x.borrow_mut().take() {} }
fn i() -> bool { let x = RefCell::new(Some(1)); x.borrow().iter().any(|x| *x > 1) }
fn j() { let y = { let x = RefCell::new(1); *x.borrow() }; println!("{y}"); }
fn k() { let y = { let x = std::rc::Rc::new(RefCell::new(1)); let z = x.clone(); *z.borrow() + 1 }; println!("{y}"); }
struct D<'a>(&'a i32); impl Drop for D<'_> { fn drop(&mut self) {} } impl D<'_> { fn n(&self) -> i32 { 1 } }
fn l() -> i32 { let x = 1; D(&x).n() }
fn m() -> i32 { let x = 1; { D(&x) }.n() }
fn n() -> i32 { let x = 1; Box::new(D(&x)).n() }
fn p() -> i32 { let x = 1; (D(&x), 1).1 }
fn q() -> i32 { let x = 1; match Some(D(&x)) { Some(d) => d.n(), _ => 1 } }
fn r() -> i32 { let x = 1; (&|| D(&x).n() as i32)() }
fn s() -> i32 { let x = 1; let d = D(&x); (move || d.n())() }
fn t() -> usize { let x = vec![String::new()]; x.iter().map(|s| s.len()).collect::<Vec<_>>().len() }
fn u() -> usize { let x = vec![String::new()]; let f: Box<dyn Fn() -> usize + '_> = Box::new(|| x.len()); f() }
fn v() -> usize { let x = vec![String::new()]; (Box::new(|| x.len()) as Box<dyn Fn() -> usize + '_>)() }
fn w() -> usize { let x = String::new(); (Box::new(&x) as Box<dyn std::fmt::Display>).to_string().len() }
fn main() {}
