#![deny(improper_ctypes_definitions)]
#![allow(dead_code)]
struct R { x: u8 }
#[repr(C)] struct C { x: u8 }
extern "C" fn a(_x: R) {}
pub extern "C" fn b(_x: C) {}
pub extern "C" fn c(_x: &str) {}
pub extern "C" fn d(_x: char) {}
pub extern "C" fn e() -> String { String::new() }
pub extern "C" fn f(_x: (u8, u8)) {}
pub extern "C" fn g(_x: &[u8]) {}
pub extern "C" fn h(_x: Box<u8>) {}
pub extern "C" fn i<T>(_x: T) {}
pub extern "C" fn j<T>(_x: &T) {}
pub extern "C" fn k(_x: Box<str>) {}
pub extern "C" fn l(_x: Option<Box<u8>>) {}
pub extern "C" fn m(_x: *const str) {}
struct S; impl S { extern "C" fn q(&self, _y: String) {} }
fn n(_cb: extern "C" fn(String)) {}
fn main() {}
