#![deny(map_unit_fn)]
fn f(_: &i32) {}
fn g(_: i32) -> ! { panic!() }
struct S { v: Vec<i32> }
impl S { fn go(&self) { self.v.iter().map(f); self.v.iter().map(|_| {}); let it = self.v.iter().map(f); drop(it); } }
fn main() {
    let a = [1, 2];
    a.iter().map(|&x| g(x));
    a.into_iter().map(|x| drop(x));
    (0..3).map(|_| ());
    a.iter().map(|x| { if *x > 1 { println!("hi") } });
    a.iter().map(f).count();
}
