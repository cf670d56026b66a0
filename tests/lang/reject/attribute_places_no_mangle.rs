#![deny(unused_attributes)]
#![allow(dead_code, unused_variables, unused_imports, unused_macros, deprecated, unused_must_use, path_statements)]
struct S0; trait T0 {} trait T4 { fn q(); } struct Y { x: i32 } macro_rules! mc { () => {} } fn foo<T>(_: T) {}
fn main() {}
#[no_mangle] fn f1() {}
#[no_mangle] struct S1;
#[no_mangle] enum E1 {}
#[no_mangle] union U1 { a: i32 }
#[no_mangle] trait T1 {}
#[no_mangle] mod m1 {}
#[no_mangle] static ST1: i32 = 1;
#[no_mangle] const C1: i32 = 1;
#[no_mangle] use std::fmt;
#[no_mangle] extern crate core as c2;
#[no_mangle] macro_rules! md { () => {} }
#[no_mangle] type TA = i32;
#[no_mangle] impl S0 {}
#[no_mangle] impl T0 for i32 {}
#[no_mangle] extern "C" {}
fn st() { #[no_mangle] let x = 1; }
struct F1 { #[no_mangle] a: i32 }
enum V1 { #[no_mangle] A }
fn ma() { match 1 { #[no_mangle] _ => {} } }
impl S0 { #[no_mangle] fn im() {} }
trait T2 { #[no_mangle] fn r(); }
trait T3 { #[no_mangle] fn p() {} }
impl T4 for S0 { #[no_mangle] fn q() {} }
trait T5 { #[no_mangle] const K: i32; }
trait T6 { #[no_mangle] type K; }
extern "C" { #[no_mangle] fn ff(); }
extern "C" { #[no_mangle] static fs: i32; }
fn cl() { foo(#[no_mangle] || 1); }
fn ex() { #[no_mangle] { }; }
fn gp<#[no_mangle] T>() {}
fn lp<#[no_mangle] 'a>() {}
fn cp<#[no_mangle] const N: usize>() {}
fn pf() { let Y { #[no_mangle] x } = Y { x: 1 }; }
fn ef() { let y = Y { #[no_mangle] x: 1 }; }
#[no_mangle] mc!();
