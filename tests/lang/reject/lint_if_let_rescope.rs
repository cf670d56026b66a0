#![deny(if_let_rescope)]
use std::sync::{Mutex, RwLock}; use std::cell::RefCell; use std::rc::Rc;
struct D; impl Drop for D { fn drop(&mut self) {} }
impl D { fn get(&self) -> Option<u8> { None } fn take(self) -> Option<u8> { None } fn d(&self) -> &Self { self } }
fn d() -> D { D }
fn opt(_: &D) -> Option<D> { None }
struct W { d: D, o: Option<u8> }
fn w() -> W { loop {} }
fn main() {
    let m = Mutex::new(Some(1)); let c = RefCell::new(vec![1]); let r = RwLock::new(1);
    if let Some(x) = *m.lock().unwrap() { println!("{x}"); } else {}
    if let Some(x) = c.borrow_mut().pop() { println!("{x}"); } else {}
    if let Some(x) = c.borrow().first() { println!("{x}"); } else {}
    if let Some(_) = d().take() {} else {}
    if let Some(_) = d().d().get() {} else {}
    if let Some(_) = opt(&d()) {} else {}
    if let Some(_) = w().o {} else {}
    if let W { .. } = w() {} else {}
    if let Some(_) = vec![1].first() {} else {}
    if let Some(_) = String::new().chars().next() {} else {}
    if let Some(_) = match d().get() { Some(_) => d().get(), None => None } {} else {}
    let x = d(); if let Some(_) = x.get() {} else {}
    if let Some(_) = (if true { d().get() } else { None }) {} else {}
    while let Some(_) = d().get() { if let Some(_) = d().get() {} else {} }
    let _ = || if let Some(_) = d().get() { 1 } else { 2 };
    if let Ok(_) = r.read() {} else {}
    if let 1 = *r.read().unwrap() {} else if let 2 = *r.write().unwrap() {} else { }
    match 1 { 1 if matches!(d().get(), None) => {} _ => {} }
    if let Some(_) = Box::new(D).get() {} else {}
    if let Some(_) = [D, D][0].get() {} else {}
    if let Some(_) = (D, 1).0.get() {} else {}
    macro_rules! m { ($e:expr) => { if let Some(_) = $e.get() {} else {} } } m!(d());
}
