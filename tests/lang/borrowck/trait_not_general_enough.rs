fn call<F: Fn(&str) -> &str>(f: F) {
    println!("{}", f("a"));
}
fn call2<F>(f: F)
where
    F: for<'a> Fn(&'a str, &'a str) -> &'a str,
{
    println!("{}", f("a", "b"));
}
fn st(s: &'static str) -> &'static str {
    s
}
trait Tr {
    fn go(&self, s: &str) -> usize;
}
impl Tr for fn(&'static str) -> usize {
    fn go(&self, s: &str) -> usize {
        0
    }
}
fn need<T: for<'a> Tr2<'a>>(t: T) {}
trait Tr2<'a> {}
impl Tr2<'static> for i32 {}
struct S<'x>(&'x str);
impl<'x> Tr2<'x> for S<'x> {}
fn main() {
    call(st);
    let f = |a, b| a;
    call2(f);
    need(1);
    need(S("a"));
}
