//! Explicit casts that ask for lifetimes.
#![allow(unused)]
use std::fmt::Debug; use std::any::Any;
fn a<'a>(x: &'a i32) { let y = x as &'static i32; }
fn b(x: &i32) { let y = x as &(dyn Debug + 'static); }
fn b2(x: &i32) { let y: &(dyn Debug + 'static) = x; }
fn b3(x: &i32) { let y = &x as &(dyn Debug + 'static); }
fn c(x: Box<&i32>) { let y = x as Box<dyn Debug>; take(y); } fn take(x: Box<dyn Debug>) {}
fn d(x: &i32) { take(Box::new(x) as Box<dyn Debug>); take(Box::new(x)); let z: Box<dyn Debug> = Box::new(x); take(z); }
fn e<'a>(f: fn(&'a i32)) { let g = f as fn(&'static i32); let h = f as for<'x> fn(&'x i32); }
fn g<'a>(x: &'a mut i32) { let p = x as *mut i32; let q = x as &'static mut i32; }
fn h<'a>(x: &'a [i32; 3]) { let y = x as &'static [i32]; let z: &'static [i32] = x; }
fn i<'a>(x: *const &'a i32) { let y = x as *const &'static i32; let z = x as *mut &'static i32; let w = x as *const u8; }
fn j<'a>(x: &'a dyn Debug) -> &'static dyn Debug { x as &dyn Debug }
fn k<'a>(x: &'a dyn Debug) { let y = x as &(dyn Debug + 'static); let z = x as *const dyn Debug as *const (dyn Debug + 'static); }
fn l(x: &i32) -> Box<dyn Any> { Box::new(x) as Box<dyn Any> }
fn m<T: Debug>(x: T) { let y = Box::new(x) as Box<dyn Debug>; let z = &Box::new(1) as &dyn Debug; }
fn n<'a>(x: &'a str) -> Box<dyn Fn() -> usize> { (Box::new(move || x.len())) as Box<dyn Fn() -> usize> }
fn o() { let s = String::new(); let t = &s as &'static String; let u = &s as &'static dyn Debug; }
fn p<'a>(x: &'a i32) { let c = |y: &i32| x as &'static i32; }
fn main() {}
