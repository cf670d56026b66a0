//! A cycle that is never freed
//! Two nodes own each other. When `main` ends both counts only fall to one, and nothing is dropped: the counts pane says so.

use std::cell::RefCell;
use std::rc::Rc;

struct Node {
    name: &'static str,
    next: RefCell<Option<Rc<Node>>>,
}

impl Drop for Node {
    fn drop(&mut self) {
        println!("drop {}", self.name);
    }
}

fn main() {
    let lonely = Rc::new(Node { name: "lonely", next: RefCell::new(None) });
    let a = Rc::new(Node { name: "a", next: RefCell::new(None) });
    let b = Rc::new(Node { name: "b", next: RefCell::new(Some(Rc::clone(&a))) });
    *a.next.borrow_mut() = Some(Rc::clone(&b));
    println!("{}: {}", lonely.name, Rc::strong_count(&lonely));
    println!("a: {}, b: {}", Rc::strong_count(&a), Rc::strong_count(&b));
}
