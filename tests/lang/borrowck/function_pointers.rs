//! Function pointers of one lifetime where one for all lifetimes is asked for.
fn h1<F: for<'a> Fn(&'a str) -> &'a str>(f: F) {}
fn h2<F: Fn(&str)>(f: F) {}
fn h3<F: FnOnce(&str) -> usize>(f: F) {}
fn h4<'a>(f: fn(&'a str) -> &'a str) {
    h1(f);
}
fn h5<'a>(f: fn(&'a str)) {
    h2(f);
}
fn h6(f: fn(&'static str)) {
    h2(f);
}
fn h7<'a>(f: fn(&'a str) -> usize) {
    h3(f);
}
fn h12<'a>(f: fn(&'a str)) {
    let g: fn(&str) = f;
}
fn h13<'a>(f: fn(&'a str)) {
    let g: Box<dyn Fn(&str)> = Box::new(f);
}
fn h14<'a>(f: fn(&'a str)) {
    h2(|x| f(x));
}
fn h15<'a, 'b>(f: fn(&'a str)) -> fn(&'b str) {
    f
}
trait Tr {
    fn m(&self);
}
impl Tr for fn(&str) {
    fn m(&self) {}
}
fn h17<'a>(f: fn(&'a str)) {
    fn q<T: Tr>(t: T) {}
    q(f);
}
fn h18(f: fn(&str)) {
    fn q<T: Tr>(t: T) {}
    q(f);
}
fn h19<'a>(v: Vec<&'a str>, f: fn(&'a str) -> usize) {
    v.iter().map(|s| f(s)).count();
    v.into_iter().map(f).count();
}
fn h20<'a>(v: Vec<String>, f: fn(&'a String) -> usize) {
    v.iter().map(f).count();
}
fn main() {}
