fn f(c: bool, v: Vec<i32>) {
    if c {
        drop(v);
    }
    println!("{:?}", v);
}
fn g(c: bool) {
    let mut s = String::new();
    drop(s);
    if c {
        s = String::from("b");
    }
    println!("{}", s);
}
fn h(n: i32) {
    let s = String::new();
    match n {
        0 => drop(s),
        1 => {}
        _ => return,
    }
    let t = s;
    println!("{}", t);
}
fn main() {
    f(true, vec![]);
    g(false);
    h(1);
}
