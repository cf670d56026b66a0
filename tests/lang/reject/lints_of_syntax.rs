//! Labels that nothing jumps to, `while true`, needless `unsafe` and, where it is denied, all `unsafe`.
#![deny(unused_labels, while_true, unused_unsafe, warnings)]
#![allow(dead_code, unused_parens, unused_variables)]
mod strict {
    #![deny(unsafe_code)]
    unsafe fn f() {}
    unsafe trait T {
        unsafe fn m(&self);
        unsafe fn p() {}
    }
    unsafe impl T for u8 {
        unsafe fn m(&self) {}
    }
    pub fn g() {
        unsafe { f() }
    }
}
unsafe fn f() {}
fn main() {
    strict::g();
    'a: loop {
        break;
    }
    '_b: loop {
        break;
    }
    'c: while true {
        break 'c;
    }
    'd: {
        println!("x");
    }
    while (true) {
        break;
    }
    unsafe { f() }
    unsafe { println!("a") }
    unsafe {
        unsafe { f() }
    }
    'e: for _ in 0..1 {
        'f: while false {
            continue 'e;
        }
    }
    let closure = || unsafe { 5 };
}
