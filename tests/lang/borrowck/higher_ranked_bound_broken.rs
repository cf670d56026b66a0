fn call<F>(f: F)
where
    F: for<'a> Fn(&'a str) -> &'a str,
{
    println!("{}", f("x"));
}
fn main() {
    let k = String::from("k");
    call(|_s| &k);
}
