enum Shape {
    Named(String),
    Pair(String, String),
    Empty,
}
fn main() {
    let s = Shape::Named(String::from("a"));
    match s {
        Shape::Named(n) => println!("{}", n),
        Shape::Pair(a, _) => println!("{}", a),
        Shape::Empty => {}
    }
    match s {
        Shape::Named(_) => {}
        _ => {}
    }
    let p = Shape::Pair(String::new(), String::new());
    let r = &p;
    match *r {
        Shape::Named(n) => println!("{}", n),
        Shape::Pair(a, b) => println!("{} {}", a, b),
        Shape::Empty => {}
    }
    match p {
        Shape::Named(ref n) => println!("{}", n),
        Shape::Pair(ref a, ..) => println!("{}", a),
        Shape::Empty => {}
    }
    if let Shape::Pair(a, b) = p {
        println!("{} {}", a, b);
    }
}
