#![deny(unused_comparisons, invalid_nan_comparisons, unconditional_recursion, redundant_semicolons, unused_doc_comments, non_shorthand_field_patterns, irrefutable_let_patterns, dropping_references, dropping_copy_types, forgetting_references, forgetting_copy_types, for_loops_over_fallibles, let_underscore_drop, let_underscore_lock, noop_method_call, trivial_casts, trivial_numeric_casts, unused_import_braces, double_negations, unused_allocation, unit_bindings, undropped_manually_drops)]
#![allow(unused_variables, unused_assignments, dead_code, unused_mut, unreachable_code, unused_imports, unused_must_use, path_statements, while_true, unused_braces, unused_parens, unused_labels, unreachable_patterns)]
use std::{collections::{HashMap}}; use std::{fmt}; use std::{self, io::{*}};
use std::sync::Mutex;
fn cmp(a: u8, b: u32, c: usize, d: i8, e: f32) {
    if a >= 0 {} if a < 0 {} if 0 > a {} if 0 <= a {} if a > 255 {} if a <= 255 {} if 255 < a {} if a == 0 {} if a != 300 {}
    let _ = b >= 0; let _ = c < 0; let _ = d < -128; let _ = d >= -128; let _ = d > 127; let _ = 127 >= d; let _ = d <= 126;
    let _ = e == f32::NAN; let _ = f32::NAN != e; let _ = e < f32::NAN; let _ = f64::NAN >= 1.0; let _ = e == std::f32::NAN;
}
fn rec() { rec() }
fn rec2(x: i32) -> i32 { if x > 0 { rec2(x - 1) } else { rec2(x + 1) } }
fn rec3(x: i32) -> i32 { if x > 0 { rec3(x - 1) } else { 1 } }
fn rec4() -> ! { loop { rec4(); } }
fn rec5() { while true { rec5() } }
struct S { a: i32, b: i32 }
impl S { fn m(&self) { self.m() } fn n(&self) { S::n(self); S::n(self) } fn o() { loop { Self::o(); } } }
trait T { fn t(&self) { self.t() } fn u(&self); }
impl T for S { fn u(&self) { self.u() } fn t(&self) { T::t(self) } }
impl Clone for S { fn clone(&self) -> S { self.clone() } }
impl PartialEq for S { fn eq(&self, o: &S) -> bool { self == o } }
impl std::ops::Deref for S { type Target = i32; fn deref(&self) -> &i32 { &**self } }
fn semis() { ;; let x = 1;; ; let y = 2; struct Q {}; ; fn f() {}; { }; if true {}; }
fn docs() {
    /// a
    let x = 1;
    /// b
    /// c
    foo();
    match x {
        /// arm
        1 => {}
        _ => {}
    }
    /** d */ 
    println!("x");
    /// blk
    { }
    #[doc = "foo"] let z = 1;
}
fn pats(s: S, t: Option<S>) { let S { a: a, b: c } = s; match t { Some(S { a: a, b: b }) => {} _ => {} } if let x = 1 {} while let (a, b) = (1, 2) { break; } if let S { a, .. } = (S { a: 1, b: 2}) {} let Some(q) = Some(1) else { return }; let z = 1 else { return };  }
fn drops(s: S, r: &S, c: i32, m: &Mutex<i32>) { drop(r); drop(&s); std::mem::drop(c); std::mem::forget(r); std::mem::forget(3); drop(()); drop(&mut 3); let _ = m.lock(); let _ = m.lock().unwrap(); let _ = String::new(); let _: String = String::new(); let _ = Box::new(1); let _ = 3; let _ = r;   }
fn fall(o: Option<i32>, r: std::result::Result<i32, ()>) { for x in o {} for x in r {} for _ in &o {} for x in Some(1) {} for x in o.iter() {} }
struct NC; fn noop<T>(n: &NC, t: &T, s: &str, v: &Vec<i32>, b: &&NC) { let _x = n.clone(); let _y = t.clone(); let _z = s.clone(); let w = v.clone(); let q: &NC = b.clone(); let e = s.to_owned(); use std::borrow::Borrow; let k = n.borrow(); let d = std::ops::Deref::deref(&n); }
fn casts(a: i32, b: &i32, c: &[i32], p: *const i32) { a as i32; 1u8 as u8; b as &i32; b as *const i32; c as &[i32]; let x = 1 as i32; 1.0 as f64; p as *const i32; &a as *const i32; (&3) as &dyn Send; 'a' as char; true as bool; 1 as f32; }
fn results(v: &mut Vec<i32>, m: &mut HashMap<i32, i32>) { v.len(); m.insert(1, 2); v.pop(); v.push(1); 1 + 1; drop(1); if true { 1 } else { 2 }; { 3 }; fmt::Error; }
fn negs(x: i32) { let _ = --x; let _ = -(-x); let _ = --1; let _ = - -x; }
fn alloc() { let a = Box::new([1, 2]).len(); }
fn mapu(v: Vec<Vec<i32>>) { v.iter().map(|x| { println!("{:?}", x); }); let mut v = v; v.iter_mut().map(unit); }
fn unit(_: &mut Vec<i32>) {}
fn ub() { let x = (); let y = println!("a"); let z: () = foo(); let _w = foo(); let a = if true {}; }
fn foo() {}
fn md() { drop(std::mem::ManuallyDrop::new(1)); std::mem::drop(std::mem::ManuallyDrop::new(String::new())); }
fn main() {}
