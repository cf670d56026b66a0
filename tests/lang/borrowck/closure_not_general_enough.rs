fn call<F: Fn(&str) -> usize>(f: F) -> usize {
    f("a")
}
fn main() {
    let f = |s| {
        let t: &str = s;
        t.len()
    };
    println!("{}", call(f));
}
