struct A; struct A; fn g(){} fn g(){} mod m{} mod m{} enum A{}
use std::fmt::Debug; use std::fmt::Debug; use std::fmt::Display as Debug; use std::vec::Vec; struct Vec; use std::rc::Rc; use std::sync::Arc as Rc;

fn main() {}
