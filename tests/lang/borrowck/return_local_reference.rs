fn a() -> &'static String {
    let s = String::new();
    &s
}
fn b<'a>() -> Vec<&'a str> {
    let s = String::new();
    let mut v = Vec::new();
    v.push(s.as_str());
    v
}
fn c(x: String) -> &'static str {
    x.as_str()
}
fn d<'a>() -> &'a i32 {
    let x = 1;
    let r = &x;
    r
}
fn e<'a>() -> &'a String {
    &String::new()
}
fn main() {
    a();
    b();
    c(String::new());
    d();
    e();
}
