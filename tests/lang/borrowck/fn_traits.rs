fn once<F: FnOnce() -> String>(f: F) -> String {
    f();
    f()
}
fn many<F: FnMut()>(f: F) {
    f();
}
fn apply(f: &dyn Fn(i32) -> i32) -> i32 {
    f(1)
}
fn main() {
    let s = String::from("a");
    once(|| s);
    println!("{}", s);
    let mut n = 0;
    many(|| n += 1);
    println!("{}", n);
    let mut total = 0;
    apply(&|x| {
        total += x;
        total
    });
    println!("{}", total);
}
