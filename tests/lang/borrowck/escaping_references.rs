use std::thread;
struct S {
    v: Vec<i32>,
}
impl S {
    fn run(&self) {
        thread::spawn(|| println!("{:?}", self.v));
    }
    fn run2(&self) {
        thread::spawn(move || println!("{:?}", self.v));
    }
}
fn f(x: &str) {
    thread::spawn(move || println!("{}", x));
}
fn g<'a>(x: &'a i32, out: &mut Vec<&'a i32>) {
    out.push(x);
}
fn h(x: &i32, out: &mut Vec<&i32>) {
    out.push(x);
}
fn i(x: &i32) -> Box<dyn Fn() -> i32> {
    Box::new(move || *x)
}
fn main() {
    let mut o: Vec<&i32> = vec![];
    let mut add = |x: &i32| o.push(x);
    add(&1);
}
