fn call(f: impl Fn()) {
    f()
}
fn main() {
    let mut c = 0;
    let f = || c += 1;
    f();
    let x = 0;
    let g = || x = 1;
    g();
    let mut n = 0;
    call(|| n += 1);
    println!("{} {} {}", c, x, n);
}
