fn need<T: 'static>(_t: T) {}
fn f<T>(t: T) {
    need(t);
}
fn g(x: &i32) {
    need(x);
}
fn main() {
    let s = String::new();
    need(s);
    let k = 1;
    need(&k);
    f(1);
    g(&1);
}
