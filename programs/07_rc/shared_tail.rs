//! Two lists with one tail
//! With Rc instead of Box two lists can share their tail. The tail lives until both lists are gone.

use std::rc::Rc;

enum List {
    Cons(i32, Rc<List>),
    Nil,
}

use List::{Cons, Nil};

fn show(mut list: &List) {
    while let Cons(value, next) = list {
        print!("{value} ");
        list = next;
    }
    println!();
}

fn main() {
    let tail = Rc::new(Cons(5, Rc::new(Cons(10, Rc::new(Nil)))));
    let a = Cons(3, Rc::clone(&tail));
    println!("{} owners of the tail", Rc::strong_count(&tail));
    {
        let b = Cons(4, Rc::clone(&tail));
        println!("{} owners of the tail", Rc::strong_count(&tail));
        show(&b);
    }
    show(&a);
    println!("{} owners of the tail", Rc::strong_count(&tail));
}
