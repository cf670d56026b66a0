//! Weak: a tree whose nodes know their parents
//! A parent owns its children by Rc; a child points back by Weak, which doesn't keep the parent alive. Watch the two counts,
//! and what `upgrade` gives after the parent has gone.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

struct Node {
    name: String,
    parent: RefCell<Weak<Node>>,
    children: RefCell<Vec<Rc<Node>>>,
}

fn node(name: &str) -> Rc<Node> {
    Rc::new(Node { name: String::from(name), parent: RefCell::new(Weak::new()), children: RefCell::new(Vec::new()) })
}

fn parent_name(node: &Rc<Node>) -> String {
    match node.parent.borrow().upgrade() {
        Some(parent) => parent.name.clone(),
        None => String::from("nobody"),
    }
}

fn main() {
    let leaf = node("leaf");
    println!("{}'s parent is {}", leaf.name, parent_name(&leaf));
    {
        let branch = node("branch");
        branch.children.borrow_mut().push(Rc::clone(&leaf));
        *leaf.parent.borrow_mut() = Rc::downgrade(&branch);
        println!("{}'s parent is {}", leaf.name, parent_name(&leaf));
        println!("branch: strong {} weak {}", Rc::strong_count(&branch), Rc::weak_count(&branch));
        println!("leaf: strong {} weak {}", Rc::strong_count(&leaf), Rc::weak_count(&leaf));
    }
    println!("{}'s parent is {}", leaf.name, parent_name(&leaf));
    println!("leaf: strong {}", Rc::strong_count(&leaf));
}
