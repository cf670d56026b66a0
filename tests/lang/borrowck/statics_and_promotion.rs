//! Raw pointers, statics, promotion.
#![allow(warnings)]
use std::cell::*;
use std::mem::*;
use std::ptr;
use std::rc::*;
use std::sync::*;
// unions, raw pointers, unsafe, statics
#[derive(Clone, Copy)]
struct Pt {
    x: i32,
    y: i32,
}
static mut G: i32 = 0;
static S: String = String::new();
static V: Vec<i32> = Vec::new();
static C: Mutex<Vec<i32>> = Mutex::new(Vec::new());
const K: String = String::new();
static mut W: Vec<String> = Vec::new();
fn p1() {
    let mut x = 1;
    let p = &mut x as *mut i32;
    x = 2;
    let q = &raw const x;
    unsafe {
        *p = 3;
        *q = 1;
        let r = &mut *q;
        let s = &mut *p;
        x = 1;
        *s = 2;
    }
}
fn p2(x: &i32, y: &mut i32) {
    let p = x as *mut i32;
    let q = x as *const i32 as *mut i32;
    let r: *mut i32 = y;
    let s: *mut i32 = x;
    *r = 1;
    unsafe {
        *r = 1;
        *y = 2;
    }
    let a = &raw mut *x;
    let b = &raw mut x;
}
fn p3(p: *const String, q: *mut String) {
    unsafe {
        let a = *p;
        let b = &*p;
        let c = *q;
        (*p).push('a');
        (*q).push('a');
        drop(*q);
        let d = ptr::read(p);
        (*q).len();
        let e = &mut *q;
        let f = &mut *q;
        e.push('a');
    }
}
fn p4<'a>(p: *const i32) -> &'a i32 {
    unsafe { &*p }
}
fn p5<'a>() -> &'a i32 {
    let x = 1;
    unsafe { &*(&x as *const i32) }
}
fn p6(s: &mut String) -> &mut String {
    let p = s as *mut String;
    s.push('a');
    unsafe {
        (*p).push('b');
        &mut *p
    }
}
fn st1() {
    let a = S;
    let b = V;
    S.push('a');
    V.push(1);
    S = String::new();
    let c = &mut S;
    C.lock().unwrap().push(1);
    let d = K;
    K.push('a');
    let e = &mut K;
    K.len();
}
fn st2() {
    unsafe {
        G = 1;
        G += 1;
        let r = &raw mut G;
        let a = W;
        let b = &raw const W;
        drop(W);
    }
}
fn st3() -> &'static String {
    let r: &'static String = &S;
    let k: &'static String = &K;
    let n: &'static i32 = &5;
    let m: &'static mut [i32] = &mut [];
    let t: &'static (i32, &str) = &(1, "a");
    let u: &'static Option<&'static str> = &Some("x");
    r
}
fn st4() {
    let a: &'static i32 = &i32::MAX;
    let b: &'static i32 = &(1 + 2 * 3);
    let c: &'static bool = &(1 < 2);
    let d: &'static [i32] = &[1; 3];
    let e: &'static i32 = &-1;
    let f: &'static u32 = &u32::max_value();
    let g: &'static usize = &size_of::<i32>();
}
fn st5() {
    let a: &'static i32 = &(1 / 1);
    let b: &'static i32 = &[1, 2][0];
    let c: &'static Pt = &Pt { x: 1, y: 2 };
    let d: &'static i32 = &Pt { x: 1, y: 2 }.x;
    let e: &'static Vec<i32> = &Vec::new();
    let f: &'static Cell<i32> = &Cell::new(1);
    let g: &'static Option<Cell<i32>> = &None;
    let h: &'static fn() = &(st1 as fn());
}
const fn two() -> i32 {
    2
}
fn st6() {
    let a: &'static i32 = &two();
    let i = 1;
    let b: &'static i32 = &(i + 1);
    let c: &'static i32 = &if true { 1 } else { 2 };
    let d: &'static i32 = &{ 1 };
    let e: &'static i32 = &(2 as i32);
    let f: &'static str = &"abc"[..];
    let g: &'static str = &*"abc";
    let h: &'static i32 = &match 1 {
        _ => 2,
    };
    let j: &'static i32 = &loop {
        break 1;
    };
}
fn st7() {
    let a: &'static dyn Fn() = &|| {};
    let x = 1;
    let b: &'static dyn Fn() -> i32 = &|| x;
    let c: &'static dyn Fn() -> i32 = &move || x;
    let d: &'static &'static i32 = &&1;
    let e: &'static [&str] = &["a", "b"];
    let f: &'static [String] = &[String::new()];
    let g: &'static Option<String> = &None;
    let h: &'static Result<i32, String> = &Ok(1);
}
static A1: &'static [i32] = &[1, 2];
const A2: &Cell<i32> = &Cell::new(1);
static A3: &Vec<i32> = &Vec::new();
const A4: &mut i32 = &mut 1;
static mut A5: &mut [i32] = &mut [1, 2];
const A6: &'static str = {
    let s = "a";
    s
};
const A7: &i32 = {
    let x = 1;
    &x
};
const A8: i32 = {
    let mut x = 1;
    let r = &mut x;
    *r += 1;
    x
};
static A9: &i32 = &A8;
const B1: &String = &String::new();
const B2: fn(&str) -> &str = |x| x;
const B3: &dyn Fn(i32) -> i32 = &|x| x + 1;
static B4: &'static &'static str = &"x";
const B5: Option<&'static Cell<i32>> = Some(&Cell::new(1));
fn main() {}
