//! Two statics may hold references to each other: each has its place before it has its value.

struct Node {
    value: u8,
    next: Option<&'static Node>,
}

static FIRST: Node = Node { value: 1, next: Some(&SECOND) };
static SECOND: Node = Node { value: 2, next: Some(&FIRST) };

fn main() {
    let again = FIRST.next.and_then(|node| node.next);
    println!("{:?}", again.map(|node| node.value));
    println!("{}", SECOND.value + FIRST.value);
}
