trait Foo {}
fn f(x: &(dyn (Foo + 'static)), y: *const dyn (Foo + 'static)) {}
fn g(p: *const (dyn as + 'static)) {}
fn h(x: 'a, y: &'a, z: Box<'a>) {}
fn main() {
    let print || = 1;
    for x in 1..2 {
    } else if true {
    } else {
    }
    let async shared = 1;
}
fn k() {
    const Wrong x = 1;
}
