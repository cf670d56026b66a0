fn take(_s: String) {}
fn main() {
    let s = String::from("a");
    let r = &s;
    take(s);
    println!("{}", r);
    let v = vec![String::new()];
    let f = v.first();
    drop(v);
    println!("{:?}", f);
    let b = Box::new(1);
    let i = &*b;
    let c = b;
    println!("{} {}", i, c);
}
