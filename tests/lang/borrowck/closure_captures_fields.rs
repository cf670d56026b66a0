struct S {
    a: String,
    b: Vec<i32>,
}
fn main() {
    let mut s = S {
        a: String::new(),
        b: vec![],
    };
    let mut add = || s.b.push(1);
    println!("{}", s.a);
    add();
    println!("{:?}", s.b);
    add();
    let f = move || s.a.len();
    println!("{}", s.a);
    println!("{}", f());
}
