fn f(o: Option<String>) -> usize {
    let Some(s) = o else {
        return 0;
    };
    let n = s.len();
    println!("{:?}", o);
    n
}
fn g(o: &Option<String>) -> &str {
    let Some(s) = o else {
        return "";
    };
    s
}
fn main() {
    f(None);
    g(&None);
}
