fn a() -> impl FnMut() -> i32 {
    let mut n = 0;
    move || {
        n += 1;
        n
    }
}
fn b() -> impl FnMut() -> i32 {
    let mut n = 0;
    || {
        n += 1;
        n
    }
}
fn c<'a>(s: &'a str) -> impl Fn() -> &'a str {
    move || s
}
fn d(s: String) -> impl Fn() -> usize {
    move || s.len()
}
fn e(s: String) -> impl FnOnce() -> String {
    move || s
}
fn f(s: String) -> impl Fn() -> String {
    move || s
}
fn g(v: Vec<i32>) -> Box<dyn FnMut() -> Option<i32>> {
    let mut i = v.into_iter();
    Box::new(move || i.next())
}
fn h() -> Vec<Box<dyn Fn(i32) -> i32>> {
    let mut v: Vec<Box<dyn Fn(i32) -> i32>> = vec![];
    for k in 0..3 {
        v.push(Box::new(move |x| x + k));
        v.push(Box::new(|x| x + k));
    }
    v
}
fn i() {
    let mut n = 0;
    let r = &mut n;
    let mut inc = || *r += 1;
    inc();
    println!("{}", n);
    inc();
    *r = 2;
}
fn j() {
    let mut v = vec![1];
    let mut f = || {
        let p = &mut v;
        p
    };
    f();
}
fn k() {
    let s = String::new();
    let f = || s;
    let g = || s;
    f();
    g();
}
fn l() {
    let x = vec![1];
    let f = || x.iter().sum::<i32>();
    let y = x;
    println!("{} {:?}", f(), y);
}
fn main() {}
