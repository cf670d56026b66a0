use std::thread;
fn a() -> Box<dyn Fn() -> i32> {
    let k = 1;
    Box::new(|| k)
}
fn b() {
    let k = 1;
    thread::spawn(|| println!("{}", k));
}
fn c() -> impl Fn() -> i32 {
    let y = 1;
    || y
}
fn main() {
    a();
    b();
    c();
}
