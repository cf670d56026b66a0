//! A name found by way of a glob import is shown with its path.
mod shapes {
    pub struct Square(pub i32);
    pub mod round {
        pub struct Circle(pub i32);
        pub struct Oval(pub i32);
    }
}
use shapes::round::*;
use shapes::*;
use std::collections::*;
use std::rc::Rc;

fn twice<T>(_: T, _: T) {}

fn by_globs(a: Square, b: Circle, c: BTreeMap<i32, Square>, d: HashMap<Circle, i32>) {
    twice(a, a);
    twice(b, b);
    twice(c, c);
    twice(d, d);
}

fn otherwise(a: shapes::round::Oval, b: Rc<i32>, c: std::cell::RefCell<i32>, d: Vec<Vec<i32>>) {
    twice(a, a);
    twice(b, b);
    twice(c, c);
    twice(d, d);
}

fn main() {}
