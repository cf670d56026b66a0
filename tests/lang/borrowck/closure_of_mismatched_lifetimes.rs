fn call<F: Fn(&str) -> &str>(f: F) {
    println!("{}", f("a"));
}
fn main() {
    let f = |s: &str| s;
    call(f);
}
