struct D(i32);
impl Drop for D {
    fn drop(&mut self) {}
}
fn main() {
    let d = D(1);
    let r = &d;
    drop(d);
    println!("{}", r.0);
    let e = D(2);
    let n = e.0;
    let D(m) = e;
    println!("{} {}", n, m);
    let mut f = D(3);
    let q = &f.0;
    f = D(4);
    println!("{}", q);
}
