// A type without a finite size, and a body that owns a value of it: what dropping it does is asked without end.
enum List {
    Cons(i32, List),
    Nil,
}
use List::{Cons, Nil};

struct Outer {
    inner: Inner,
}

struct Inner {
    outer: Outer,
}

struct Unowned {
    unowned: Unowned,
}

fn look(_list: &List, _unowned: &Unowned) {}

fn take(_outer: Outer) {}

fn main() {
    let list = Cons(1, Cons(2, Nil));
    let Cons(_, rest) = list else { return };
}
