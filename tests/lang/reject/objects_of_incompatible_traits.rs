// In a body the type `dyn Trait` of a trait that isn't dyn compatible is an error of its own, and no other follows.
trait N {
    fn f();
}
fn main() {
    let f: dyn Copy = Box::new(1);
    let g: &dyn Clone = &1;
    let h: Box<dyn Sized> = Box::new(1);
    g(f);
    let v: Vec<Box<dyn Eq>> = vec![];
    v.len2();
    f.foo();
}
fn r1() -> dyn Copy {
    1
}
fn r2() -> dyn Clone {
    if true {
        return 1;
    }
    "a"
}
fn n(x: &dyn N) {
    x.g();
}
fn o(x: Box<dyn N>) -> Box<dyn N> {
    let y: Box<dyn N> = x;
    y
}
