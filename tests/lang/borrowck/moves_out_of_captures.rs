//! Moves out of what guards, closures and coroutines only borrow; labels of loops; fake borrows of pointers.
#![allow(unused)]
fn call<F: Fn()>(f: F) {}
fn take<T>(t: T) {}
struct S(String);
impl S {
    fn a(&self) {
        let c = move || self.0;
    }
}
fn a(s: String) {
    call(|| {
        let c = move || s;
    })
}
fn b(s: String) {
    call(move || {
        let c = move || {
            drop(s);
        };
    })
}
fn c(s: &String) {
    let c = || *s;
}
fn d(s: &mut (String, i32)) {
    call(|| {
        let c = || {
            drop(s.0);
        };
    })
}
fn e(s: &mut (String, i32)) {
    let c = async { drop(s.0) };
}
fn f(s: &mut (String, i32)) {
    call(|| {
        let c = async move { drop(s.0) };
    });
}
fn g(s: String) {
    call(|| {
        async move { drop(s) };
    });
}
fn guard(x: Option<String>) {
    match x {
        Some(s)
            if {
                let c = move || s;
                c();
                false
            } => {}
        _ => {}
    }
}
fn pointer(mut x: &mut i32) {
    let mut z = 1;
    match *x {
        1 if {
            x = &mut z;
            true
        } => {}
        _ => {}
    }
}
fn labels(s: String, v: Vec<i32>) {
    'a: loop {
        'b: for x in v.iter() {
            'c: while *x > 1 {
                take(s);
                continue 'a;
            }
        }
    }
}
fn main() {}
