//! A closure may not return what borrows from it: another closure, a struct with one, a future.
#![allow(unused)]
struct W<F>(F);
fn wrap<F: FnOnce()>(f: F) -> W<F> {
    W(f)
}
fn struct_of_closure() {
    let mut s = String::new();
    let mut c = || W(|| s.push('a'));
}
fn through_a_call() {
    let mut s = String::new();
    let mut c = || wrap(|| s.push('a'));
}
fn closure() {
    let mut s = String::new();
    let mut c = || || s.push('a');
}
fn future() {
    let mut s = String::new();
    let mut c = || async { s.push('a') };
    let mut d = || {
        async {
            s.push('a');
        }
    };
    d();
}
fn shared() {
    let s = String::new();
    let c = move || async {
        s.len();
    };
    let t = String::new();
    let d = move || || t.len();
    let u = String::new();
    let e = move || {
        wrap(|| {
            u.len();
        })
    };
}
fn parameters() {
    let mut s = String::new();
    let mut c = |x: String| async {
        s.push('a');
        s = x;
    };
    let d = |x: &str| async { x.len() };
    let e = |x: &str| async move { x.len() };
    let f = |x: &mut String| async move { x.push('a') };
    let g = |x: &str| move || x.len();
}
fn fine(t: String) {
    let s = String::new();
    let c = || || s.len();
    let d = || async { t.len() };
    c()();
    d();
}
fn main() {}
