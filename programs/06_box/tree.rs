//! A binary tree
//! `insert` goes down by unique references, each reborrowed from the one before, until it finds an empty place. Dropping
//! the root frees the whole tree.

#[derive(Debug)]
struct Node {
    key: i32,
    left: Option<Box<Node>>,
    right: Option<Box<Node>>,
}

impl Node {
    fn new(key: i32) -> Node {
        Node { key, left: None, right: None }
    }

    fn insert(&mut self, key: i32) {
        let side = if key < self.key { &mut self.left } else { &mut self.right };
        match side {
            Some(child) => child.insert(key),
            None => *side = Some(Box::new(Node::new(key))),
        }
    }

    fn depth(&self) -> usize {
        let left = match &self.left {
            Some(child) => child.depth(),
            None => 0,
        };
        let right = match &self.right {
            Some(child) => child.depth(),
            None => 0,
        };
        1 + if left > right { left } else { right }
    }
}

fn print_in_order(node: &Option<Box<Node>>) {
    if let Some(n) = node {
        print_in_order(&n.left);
        print!("{} ", n.key);
        print_in_order(&n.right);
    }
}

fn main() {
    let mut root = Node::new(5);
    for key in [2, 8, 1, 9] {
        root.insert(key);
    }
    println!("depth {}", root.depth());
    print_in_order(&Some(Box::new(root)));
    println!();
}
