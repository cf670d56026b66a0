fn take(_v: Vec<i32>) {}
fn main() {
    let v = vec![1];
    take(v);
    println!("{:?}", v);
    let s = String::new();
    let t = s;
    println!("{} {}", s, t);
}
