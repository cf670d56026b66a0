// Arguments, elements and results must have a size, whatever was inferred for them.
fn f<'a, T>(x: &'a T, y: T) {}
fn h() {
    let s: &str = "a";
    f(s, "b");
}
fn p<T: ?Sized>(x: &T, y: T)
where
    T: Sized,
{
}
fn q() {
    p::<str>("a", *"b");
}
fn k() {
    let y: [str; 1] = [*"a"];
    let z: (str, u8);
}
fn main() {}
