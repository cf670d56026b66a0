//! Copy and Clone
//! A Copy type is copied bit by bit wherever another would be moved; the original stays usable. Clone is a call that makes
//! a second value, here with a second buffer on the heap.

#[derive(Debug, Clone, Copy, PartialEq)]
struct Point {
    x: i32,
    y: i32,
}

#[derive(Debug, Clone)]
struct Label {
    text: String,
    at: Point,
}

fn main() {
    let p = Point { x: 1, y: 2 };
    let mut q = p;
    q.x = 10;
    println!("{p:?} {q:?} {}", p == q);

    let a = Label { text: String::from("crab"), at: p };
    let mut b = a.clone();
    b.text.push('s');
    println!("{a:?}");
    println!("{b:?}");
}
