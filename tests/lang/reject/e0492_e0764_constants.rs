//! What a constant borrows for good: neither mutable nor with interior mutability; short-lived borrows are free.
use std::cell::{Cell, RefCell};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Mutex;
const A: AtomicUsize = AtomicUsize::new(0);
const B: &'static AtomicUsize = &A;
static C: &'static AtomicUsize = &A;
const D: &Cell<i32> = &Cell::new(1);
const E: Option<&Cell<i32>> = None;
const F: &Option<Cell<i32>> = &None;
const G: &Option<Cell<i32>> = &Some(Cell::new(2));
const H: i32 = {
    let c = Cell::new(3);
    let r = &c;
    r.replace(4);
    5
};
static I: Mutex<i32> = Mutex::new(1);
const J: &mut i32 = &mut 4;
static mut K: &mut i32 = &mut 4;
static mut L: &mut [i32] = &mut [1, 2];
static M: &mut [i32] = &mut [];
const N: i32 = {
    let mut x = 5;
    let y = &mut x;
    *y += 1;
    *y
};
const O: *mut i32 = &mut 4 as *mut i32;
fn main() {}
