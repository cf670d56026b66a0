fn a() -> &'static str {
    let s = String::new();
    s.as_str()
}
fn b(n: i32) -> &'static i32 {
    &n
}
fn c<'a>() -> Option<&'a str> {
    let s = String::new();
    Some(&s)
}
fn d<'a>() -> impl Iterator<Item = &'a i32> {
    let v = vec![1];
    v.iter()
}
struct W<'a> {
    s: &'a str,
}
fn e<'a>() -> W<'a> {
    let s = String::new();
    W { s: &s }
}
fn f(v: Vec<i32>) -> std::slice::Iter<'static, i32> {
    v.iter()
}
fn g() -> &'static [i32] {
    let a = [1, 2];
    &a[..]
}
fn h<'a>() -> (&'a str, i32) {
    let s = String::from("x");
    (&s[..], 1)
}
fn i<'a>(x: &'a str) -> &'a str {
    let t = x.to_string();
    let u = t.trim();
    u
}
fn j<'a>(x: &'a mut Vec<i32>) -> &'a i32 {
    x.push(1);
    let l = x.last();
    l.unwrap()
}
fn k() -> Box<dyn Fn() -> usize> {
    let s = String::new();
    Box::new(move || s.len())
}
fn main() {}
