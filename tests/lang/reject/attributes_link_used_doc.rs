#![feature(never_type, box_patterns)]
#![feature(never_type)]
#![derive(Clone)]
#![repr(C)]
#![path = "x"]

use std::fmt;

#[link(name = "a", kind = "static", modifiers = "+foo")]
extern "C" {}
#[link(name = "a", kind = "static", modifiers = "whole-archive")]
extern "C" {}
#[link(name = "foo", modifiers = "+bundle")]
extern "C" {}
#[link(name)]
extern "C" {}
#[link]
extern "C" {}
#[link(name = "a", name = "b")]
extern "C" {}
#[link(nam = "a")]
extern "C" {}
#[link("a")]
extern "C" {}
#[link(name = "a", kind = "framework")]
extern "C" {}
#[link(name = "a", wasm_import_module = "x")]
extern "C" {}

#[used(linker)]
static A: u8 = 1;
#[used(foo)]
static B: u8 = 1;
#[used()]
static C: u8 = 1;

#[doc(alias)]
fn a() {}
#[doc(alias = "")]
fn b() {}
#[doc(alias("x", 1))]
fn c() {}
#[doc(alias = " x")]
fn d() {}
#[doc(alias = "e")]
fn e() {}
#[doc(inline)]
#[doc(no_inline)]
pub use std::vec;

#[macro_export = "x"]
macro_rules! m {
    () => {};
}

#[cfg(a::b)]
fn f() {}
#[cfg = "x"]
fn g() {}
#[cfg_attr(all())]
fn h() {}
#[cfg_attr(all(), unsafe(no_mangle))]
fn i() {}

fn never(x: !) -> ! {
    match Box::new(1) {
        box x => loop {},
    }
}

fn main() {}
