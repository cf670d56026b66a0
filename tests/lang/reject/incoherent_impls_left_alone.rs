//! Where a trait's impls overlap, what is in any of them is not checked, but their bodies are.
trait Shape {
    const N: i32;
    type U;
    fn f(x: i32);
}

struct C;
struct Need<T: Clone>(T);

impl Shape for C {
    const N: i32 = 1;
    type U = dyn Send;
    fn f(x: i32, y: Need<C>) {}
}

impl Shape for C {
    const N: i32 = "no number";
    type U = ();
    fn f(x: i32) {}
}

impl C {
    fn h(x: Need<C>) {}
}

fn main() {}
