#![deny(unused_attributes)]
#![allow(dead_code, unused_variables, unused_imports, unused_macros, deprecated, unused_must_use, path_statements)]
struct S0; trait T0 {} trait T4 { fn q(); } struct Y { x: i32 } macro_rules! mc { () => {} } fn foo<T>(_: T) {}
fn main() {}
#[inline] fn f1() {}
#[inline] struct S1;
#[inline] enum E1 {}
#[inline] union U1 { a: i32 }
#[inline] trait T1 {}
#[inline] mod m1 {}
#[inline] static ST1: i32 = 1;
#[inline] const C1: i32 = 1;
#[inline] use std::fmt;
#[inline] extern crate core as c2;
#[inline] macro_rules! md { () => {} }
#[inline] type TA = i32;
#[inline] impl S0 {}
#[inline] impl T0 for i32 {}
#[inline] extern "C" {}
fn st() { #[inline] let x = 1; }
struct F1 { #[inline] a: i32 }
enum V1 { #[inline] A }
fn ma() { match 1 { #[inline] _ => {} } }
impl S0 { #[inline] fn im() {} }
trait T2 { #[inline] fn r(); }
trait T3 { #[inline] fn p() {} }
impl T4 for S0 { #[inline] fn q() {} }
trait T5 { #[inline] const K: i32; }
trait T6 { #[inline] type K; }
extern "C" { #[inline] fn ff(); }
extern "C" { #[inline] static fs: i32; }
fn cl() { foo(#[inline] || 1); }
fn ex() { #[inline] { }; }
fn gp<#[inline] T>() {}
fn lp<#[inline] 'a>() {}
fn cp<#[inline] const N: usize>() {}
fn pf() { let Y { #[inline] x } = Y { x: 1 }; }
fn ef() { let y = Y { #[inline] x: 1 }; }
#[inline] mc!();
