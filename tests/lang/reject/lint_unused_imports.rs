#![deny(unused_imports)]
#![allow(dead_code, unused_variables)]
use std::fmt;
use std::fmt::{Debug, Display};
use std::{io, io::Read, collections::{HashMap, HashSet as HS}};
use std::mem::*;
use std::fmt::Write as _;
use std::io::Write;
use std::cmp::{self, Ordering};
pub use std::rc::Rc;
pub(crate) use std::sync::Arc;
use m::{a, b as c, *};
use self::m::n::d;
use crate::m::n as nn;
mod m { pub fn a() {} pub fn b() {} pub struct G; pub mod n { pub fn d() {} pub fn e() {} } use super::m::a as aa; pub(super) use self::n::e as ee; use self::n::*; }
mod t { pub trait Tr { fn tm(&self) {} } impl Tr for i32 {} pub trait Tr2 { fn t2(&self) {} } impl Tr2 for u8 {} }
use t::Tr;
fn f() { use std::vec; use std::option::Option::{self, Some as S2}; 1.tm(); let x: Option<i32> = None; { use std::string::String as St; } use t::Tr2; 1u8.t2(); }
fn g(w: &mut dyn Write, o: Ordering) { let h: HashMap<i32, i32> = HashMap::new(); }
#[allow(unused_imports)] use std::env;
use std::vec::Vec; use std::prelude::v1::*; use std::option::Option; use std::string::String;
enum E { A, B } use E::{A, B}; use self::E::*;
fn h() { let x = A; }
macro_rules! mm { () => { use std::time; } } mm!();
use std::{}; use m::{};
use std::println as pl; use std::{assert_eq, vec as vv}; 
#[cfg(test)] use std::thread;
use std::num::{NonZeroU8, NonZeroU16}; use std::num::NonZeroU32 as N32;
fn main() { let n: NonZeroU8 = NonZeroU8::new(1).unwrap(); pl!("a"); let v: String = "".into(); }
