//! Cell
//! A Cell can be changed through a shared reference, because it never lends out what is inside: values go in and out whole.

use std::cell::Cell;

struct Counter {
    hits: Cell<u32>,
}

impl Counter {
    fn hit(&self) {
        self.hits.set(self.hits.get() + 1);
    }
}

fn main() {
    let counter = Counter { hits: Cell::new(0) };
    let a = &counter;
    let b = &counter;
    a.hit();
    b.hit();
    println!("{}", counter.hits.get());

    let name = Cell::new(String::from("first"));
    let old = name.replace(String::from("second"));
    println!("{old} -> {}", name.into_inner());
}
