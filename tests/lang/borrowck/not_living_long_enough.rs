struct D<'a>(&'a i32);
impl<'a> Drop for D<'a> {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}
fn a() {
    let q;
    {
        let w = String::from("w");
        q = &w;
    }
    println!("{}", q);
}
fn b() {
    let d;
    let x = 1;
    d = D(&x);
    let _ = &d;
}
fn c() {
    let mut v = Vec::new();
    for i in 0..3 {
        let k = i;
        v.push(&k);
    }
    println!("{:?}", v);
}
fn main() {
    a();
    b();
    c();
}
