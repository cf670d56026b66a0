use std::cell::Cell;
fn f<'a>(c: &Cell<&'a i32>, x: &'a i32) {
    c.set(x);
}
fn g<'a, 'b>(c: &Cell<&'a i32>, x: &'b i32) {
    c.set(x);
}
fn shorten<'a, 'b: 'a>(c: &'a Cell<&'b i32>) -> &'a Cell<&'a i32> {
    c
}
fn main() {
    let a = 1;
    let c = Cell::new(&a);
    {
        let b = 2;
        f(&c, &b);
    }
    println!("{}", c.get());
    g(&c, &a);
}
