//! A recursive list
//! Without the Box the type would contain itself and have no size. Each node owns the next one; the drop of the first drops
//! them all, from the front to the back.

enum List {
    Cons(i32, Box<List>),
    Nil,
}

use List::{Cons, Nil};

fn sum(list: &List) -> i32 {
    match list {
        Cons(value, rest) => value + sum(rest),
        Nil => 0,
    }
}

fn main() {
    let list = Cons(1, Box::new(Cons(2, Box::new(Cons(3, Box::new(Nil))))));
    println!("sum {}", sum(&list));
    if let Cons(first, rest) = list {
        println!("first {first}, the rest sums to {}", sum(&rest));
    }
}
