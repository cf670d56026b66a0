struct Node {
    v: i32,
    next: Option<Box<Node>>,
}
fn push(mut head: &mut Option<Box<Node>>, v: i32) {
    while let Some(n) = head {
        head = &mut n.next;
    }
    *head = Some(Box::new(Node { v, next: None }));
}
fn sum(mut n: &Option<Box<Node>>) -> i32 {
    let mut s = 0;
    while let Some(b) = n {
        s += b.v;
        n = &b.next;
    }
    s
}
fn reverse(head: Option<Box<Node>>) -> Option<Box<Node>> {
    let mut prev = None;
    let mut cur = head;
    while let Some(mut n) = cur {
        cur = n.next.take();
        n.next = prev;
        prev = Some(n);
    }
    prev
}
fn bad(head: &mut Option<Box<Node>>) {
    let n = head.as_mut().unwrap();
    *head = None;
    n.v = 1;
}
fn main() {
    let mut h = None;
    push(&mut h, 1);
    push(&mut h, 2);
    println!("{}", sum(&h));
    h = reverse(h);
    println!("{}", sum(&h));
    bad(&mut h);
}
