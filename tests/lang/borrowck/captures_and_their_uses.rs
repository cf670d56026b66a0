//! Where closures and async blocks use what they capture, and what makes them capture it so; `..base` of a struct in a closure.
#![allow(warnings)]
#[derive(Clone)]
struct P {
    a: String,
    b: String,
    n: i32,
}
struct Q {
    p: P,
    t: (String, i32),
    d: Vec<i32>,
}
fn string() -> String {
    String::new()
}
fn eat<T>(_: T) {}
fn see<T>(_: &T) {}
fn new() -> P {
    loop {}
}
fn w1() {
    let v3 = P {
        a: string(),
        b: string(),
        n: 1,
    };
    eat(v3.a);
    let v7 = || P { a: string(), ..v3 };
    v7();
}
fn w2() {
    let v3 = P {
        a: string(),
        b: string(),
        n: 1,
    };
    let c = move || v3.a;
    let v7 = || P { a: string(), ..v3 };
    v7();
}
fn w3() {
    let v3 = P {
        a: string(),
        b: string(),
        n: 1,
    };
    let v7 = || P { b: string(), ..v3 };
    v3.b.len();
    v7();
    v3.a.len();
}
fn w4() {
    let v3 = P {
        a: string(),
        b: string(),
        n: 1,
    };
    let v7 = || P {
        b: string(),
        a: string(),
        ..v3
    };
    v3.b.len();
    v7();
    v3.a.len();
    eat(v3);
}
fn w5(q: Q) {
    let v7 = || Q { p: new(), ..q };
    q.p.n;
    eat(q.p.a);
    v7();
    eat(q.t);
    eat(q.d);
}
fn y1() {
    let mut p = new();
    let r = &p;
    let mut d = || {
        p.a.len();
        see(&p);
        p.b.push('a');
    };
    see(r);
    d();
}
fn y2() {
    let mut p = new();
    let mut d = || {
        p.a.len();
        see(&p);
        p.b.push('a');
    };
    see(&p);
    d();
}
fn y3() {
    let mut p = new();
    let mut d = || {
        see(&p);
        p.b.push('a');
        eat(p.a);
    };
    see(&p);
    d();
}
fn y4() {
    let mut p = new();
    let mut d = || {
        see(&p);
        p.b.push('a');
        eat(p);
    };
    see(&p);
    d();
}
fn y5() {
    let mut p = new();
    let mut d = || {
        p.b.push('a');
        see(&p);
    };
    p.n = 1;
    d();
}
fn y6(p: &mut P) {
    let mut d = || {
        p.b.push('a');
        see(&p);
    };
    p.n = 1;
    d();
}
fn y7(p: &mut P) {
    let mut d = || {
        see(&p);
        p.b.push('a');
    };
    p.n = 1;
    d();
}
fn local<F: std::future::Future + 'static>(_: F) {}
fn a1() {
    let s = String::new();
    local(async {
        s.len();
    });
    local(async move {
        s.len();
    });
    s.len();
}
async fn a2(x: &mut i32) {
    let a = async {
        *x += 1;
    };
    let b = async {
        *x += 1;
    };
    a.await;
    b.await;
}
async fn a3() {
    let s = String::new();
    let a = async move { s.len() };
    s.len();
    a.await;
    let t = String::new();
    let b = async { drop(t) };
    t.len();
    b.await;
}
fn main() {}
