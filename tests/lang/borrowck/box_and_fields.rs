struct Node {
    val: String,
    next: Option<Box<Node>>,
}
fn main() {
    let mut n = Node {
        val: String::from("a"),
        next: None,
    };
    let v = &n.val;
    n.next = Some(Box::new(Node {
        val: String::new(),
        next: None,
    }));
    println!("{}", v);
    let b = Box::new(Node {
        val: String::new(),
        next: None,
    });
    let s = b.val;
    println!("{}", b.next.is_some());
    println!("{} {}", b.val, s);
    let m = &mut n.next;
    let w = &n.val;
    *m = None;
    println!("{}", w);
    let whole = n;
    println!("{}", n.val);
    let _ = whole;
}
