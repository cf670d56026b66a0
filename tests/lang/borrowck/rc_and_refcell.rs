use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
struct Node {
    v: i32,
    kids: RefCell<Vec<Rc<Node>>>,
    parent: RefCell<Weak<Node>>,
}
fn main() {
    let leaf = Rc::new(Node {
        v: 3,
        kids: RefCell::new(vec![]),
        parent: RefCell::new(Weak::new()),
    });
    let br = Rc::new(Node {
        v: 5,
        kids: RefCell::new(vec![Rc::clone(&leaf)]),
        parent: RefCell::new(Weak::new()),
    });
    *leaf.parent.borrow_mut() = Rc::downgrade(&br);
    println!("{:?}", leaf.parent.borrow().upgrade().map(|p| p.v));
    leaf.v = 4;
    let k = leaf.kids;
    let c = Cell::new(5);
    let d = &c;
    c.set(6);
    println!("{}", d.get());
    let r = RefCell::new(String::new());
    let a = r.borrow_mut();
    let m = r;
    a.push('x');
    let s = Rc::new(RefCell::new(vec![1]));
    let t = s.clone();
    t.borrow_mut().push(2);
    drop(s);
    s.borrow();
    let first = &br.kids.borrow()[0];
    println!("{} {:?}", first.v, m);
}
