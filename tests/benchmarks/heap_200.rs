//! A list of a hundred nodes, each with a String: two hundred allocations while the loop adds them up.

struct Node {
    name: String,
    value: i32,
    next: Option<Box<Node>>,
}

fn main() {
    let mut head: Option<Box<Node>> = None;
    for i in 0..100 {
        head = Some(Box::new(Node { name: String::from("node"), value: i, next: head }));
    }
    let mut sum = 0;
    let mut at = &head;
    while let Some(node) = at {
        sum += node.value + node.name.len() as i32;
        at = &node.next;
    }
    println!("{sum}");
}
