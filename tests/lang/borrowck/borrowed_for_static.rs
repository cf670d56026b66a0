fn keep(_s: &'static str) {}
fn main() {
    let s = String::new();
    let r: &'static str = &s;
    println!("{}", r);
    let t = String::new();
    keep(&t);
}
