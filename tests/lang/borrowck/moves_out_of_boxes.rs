struct T {
    l: Option<Box<T>>,
    r: Option<Box<T>>,
    s: String,
}
fn f(b: Box<T>) -> (Option<Box<T>>, String) {
    let l = b.l;
    let s = b.s;
    (l, s)
}
fn g(b: Box<T>) {
    let l = b.l;
    drop(l);
    println!("{}", b.s);
    let t = *b;
}
fn h(mut b: Box<T>) {
    let l = b.l;
    b.l = None;
    println!("{}", b.s.len());
    drop(b);
    drop(l);
}
fn i(b: Box<T>) {
    let x = *b;
    println!("{}", b.s);
    drop(x);
}
fn j(mut b: Box<String>) {
    let s = *b;
    *b = String::new();
    println!("{} {}", s, b);
}
fn k(mut b: Box<T>) {
    let r = &mut b.l;
    let q = &mut b.r;
    *r = None;
    *q = None;
    let z = &mut *b;
    let w = &b.s;
    z.s.clear();
    println!("{}", w);
}
fn l(t: &mut Box<T>) -> &mut String {
    let x = &mut t.s;
    let y = &mut t.l;
    *y = None;
    x
}
fn main() {}
