struct A<'a> {
    other: Option<&'a A<'a>>,
    n: i32,
}
fn main() {
    let mut a = A { other: None, n: 1 };
    let b = A {
        other: Some(&a),
        n: 2,
    };
    a.n = 3;
    println!("{}", b.n);
    let mut c = A { other: None, n: 4 };
    c.other = Some(&c);
    println!("{}", c.n);
}
