struct D2 {
    s: String,
}
impl Drop for D2 {
    fn drop(&mut self) {}
}
struct S {
    v: Vec<i32>,
}
impl S {
    fn t(&self) -> Vec<i32> {
        self.v
    }
}
fn a(v: &Vec<String>) -> String {
    v[0]
}
fn b(v: &Option<String>) -> String {
    v.unwrap()
}
fn c(v: &(String, i32)) {
    let a = v.0;
    let (b, c) = *v;
    println!("{} {} {}", a, b, c);
    match v.0 {
        x => println!("{}", x),
    }
}
fn d(v: [String; 2], i: usize) {
    let a = v[i];
    println!("{}", a);
}
fn e(d: D2) {
    let s = d.s;
    println!("{}", s);
}
fn f(r: &mut Box<String>) -> Box<String> {
    *r
}
fn main() {}
