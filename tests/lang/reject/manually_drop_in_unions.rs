//! What a union keeps from being dropped is not dropped by an assignment, either.
use std::mem::ManuallyDrop;
struct P {
    s: String,
}
union U {
    a: i32,
    s: ManuallyDrop<String>,
    p: ManuallyDrop<P>,
    t: (ManuallyDrop<P>, i32),
    r: *mut ManuallyDrop<P>,
}
fn f(mut u: U) {
    unsafe {
        u.s.push('a');
        (*u.s).push('a');
        u.p.s.push('a');
        u.p.s = String::new();
        (*u.p).s = String::new();
        u.t.0.s = String::new();
        (*u.r).s = String::new();
        let x = &mut u.p.s;
        let y = &mut *u.p;
        let n = u.p.s.len();
        u.s = ManuallyDrop::new(String::new());
        ManuallyDrop::drop(&mut u.s);
        let z: &mut P = &mut u.p;
    }
}
fn g(mut p: ManuallyDrop<P>) {
    p.s.push('a');
    p.s = String::new();
}
fn main() {}
