//! References where traits must stand, function pointers without parameters.

fn f() -> impl &Clone {
    1
}
fn g<'a>(x: Box<dyn &'a Clone>, y: impl Clone + &Copy) {}
trait T: &Clone {}
fn h<T: &mut Clone>(x: T) {}
struct S {
    f: fn
}
type P = fn;
fn i() {
    let p: fn = i;
}

fn main() {}
