#[derive(Debug)]
struct S {
    a: Vec<i32>,
    b: i32,
}
fn main() {
    let mut s = S { a: vec![1], b: 2 };
    let r = &s.a;
    s.b = 3;
    s.a = vec![];
    println!("{:?}", r);
    let all = &s;
    s.b += 1;
    println!("{:?}", all);
    let mut t = String::from("x");
    let u = &t;
    t = String::from("y");
    println!("{}", u);
    let mut o = Some(1);
    if let Some(ref x) = o {
        o = None;
        println!("{}", x);
    }
    let mut arr = [1, 2];
    for x in &arr {
        arr[0] = *x;
    }
}
