// A null pointer that the program's own text follows aborts.
struct Node {
    value: i32,
    next: *const Node,
}

fn last(node: *const Node) -> i32 {
    let next = unsafe { (*node).next };
    println!("{}", unsafe { (*node).value });
    last(next)
}

fn main() {
    let b = Node { value: 2, next: std::ptr::null() };
    let a = Node { value: 1, next: &b };
    let empty: Option<&Node> = unsafe { b.next.as_ref() };
    println!("{}", empty.is_none());
    println!("{}", last(&a));
}
