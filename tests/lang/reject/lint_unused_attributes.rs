#![deny(unused_attributes)]
#![allow(dead_code, unused_variables, unused_mut, unused_macros)]
#![crate_type = "bin"]
#[inline] #[inline] fn a() {}
#[inline] #[inline(always)] fn b() {}
#[must_use] #[must_use] struct C;
#[must_use] const D: i32 = 1; #[must_use] impl C {} #[must_use] mod e {} #[must_use] static F: i32 = 1; #[must_use] type G = i32; #[must_use] use std::fmt; #[must_use] enum H {} #[must_use] trait I { #[must_use] fn x(); } impl I for C { #[must_use] fn x() {} }
#[crate_type = "lib"] mod j {} #[recursion_limit = "3"] fn k() {} #[no_std] mod l {} #[crate_name = "x"] struct M;
#[macro_use] fn n() {} #[macro_use] struct O; #[macro_export] fn p() {} #[no_mangle] struct Q; #[no_mangle] const R: i32 = 1; #[cold] struct S; #[cold] #[cold] fn t() {} #[link_name = "x"] fn u() {} #[export_name = "y"] struct V; #[path = "z"] fn w() {} #[ignore] fn x() {} #[should_panic] fn y() {} #[automatically_derived] fn z() {}
#[allow()] fn aa() {} #[deny()] fn bb() {} #[derive()] struct Cc; #[repr()] struct Dd; #[allow(unused, reason = "x")] fn ee() {} #[target_feature(enable = "sse")] #[inline] fn ff() {}
#[deprecated] impl C {} #[deprecated] impl Clone for C { fn clone(&self) -> C { C } } #[track_caller] #[track_caller] fn gg() {} #[non_exhaustive] #[non_exhaustive] struct Hh; #[no_mangle] #[no_mangle] fn ii() {} #[doc(hidden)] #[doc(hidden)] fn jj() {} #[no_implicit_prelude] fn kk() {}
fn ll() { #[inline] let x = 1; #[must_use] let y = 2; #[allow(unused)] { } #[cold] || 1; #[derive(Clone)] struct X; match 1 { #[inline] _ => {} } #[non_exhaustive] let z = 1; }
struct Mm { #[must_use] a: i32, #[inline] b: i32, #[no_mangle] c: i32 } enum Nn { #[must_use] A, #[inline] B } fn oo(#[allow(unused)] x: i32) {} extern "C" { #[inline] fn pp(); #[must_use] fn qq() -> i32; #[no_mangle] fn rr(); }
#[link(name = "c")] fn ss() {} #[link(name = "c")] extern "C" {} #[used] fn tt() {} #[rustfmt::skip] fn uu() {} #[doc] fn vv() {} #[doc(foo)] fn ww() {} #[doc = "x"] fn xx() {} #[macro_use] extern crate core;
fn main() {}
