fn call<F>(f: F)
where
    F: for<'a> Fn(&'a str) -> &'a str,
{
    println!("{}", f("x"));
}
fn id(s: &str) -> &str {
    s
}
fn main() {
    call(id);
    call(|s| s);
    call(|s| &s[..]);
}
