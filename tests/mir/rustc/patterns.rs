//! Traits, strings, patterns, statics.
#![crate_type = "lib"]
struct D(i32);
impl Drop for D {
    fn drop(&mut self) {}
}
fn forr() -> i32 {
    let mut s = 0;
    for i in 0..10 {
        s += i;
    }
    s
}
fn it(v: &[i32]) -> i32 {
    v.iter().map(|x| x * 2).filter(|x| *x > 2).sum()
}
fn opt(a: Option<&D>) -> i32 {
    match a {
        Some(d) => d.0,
        None => 0,
    }
}
fn lchain(a: Option<Option<i32>>) -> i32 {
    if let Some(b) = a {
        if let Some(c) = b {
            return c;
        }
    }
    0
}
static ST: i32 = 4;
static mut SM: i32 = 4;
fn swap(a: &mut i32, b: &mut i32) {
    let t = *a;
    *a = *b;
    *b = t;
}
fn ops(a: D) -> bool {
    let x = "a".to_string();
    let y = "b".to_string();
    x == y
}
fn arr() {
    let a = [D(1), D(2)];
    let [x, y] = a;
}
fn refpat(v: &(i32, D)) -> i32 {
    let (a, ref b) = *v;
    let &(c, _) = v;
    a + c
}
fn atp(o: Option<i32>) -> i32 {
    match o {
        Some(n @ 1..=5) => n,
        Some(n) if n > 10 => n,
        _ => 0,
    }
}
fn bx() {
    let b = Box::new(D(1));
    let c = *b;
}
fn mv() {
    let a = D(1);
    let t = (a, 2);
    let (x, y) = t;
    drop(x);
}
