struct P {
    a: i32,
    b: i32,
}
fn main() {
    let mut p: P;
    p.a = 1;
    let q: P;
    println!("{}", q.b);
}
