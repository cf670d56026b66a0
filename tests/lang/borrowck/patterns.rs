#[derive(Debug)]
struct P {
    a: String,
    b: (String, i32),
}
fn f(p: P) {
    let P { a, b: (c, d) } = p;
    println!("{} {} {}", a, c, d);
    println!("{:?}", p);
}
fn g(mut p: P) {
    let P {
        ref mut a,
        b: (ref c, _),
    } = p;
    a.push('x');
    println!("{} {}", a, c);
    let q = &mut p;
    q.a.clear();
}
fn h(p: &P) {
    let P { a, b } = p;
    println!("{} {:?}", a, b);
    let &P { ref a, .. } = p;
    println!("{}", a);
    let &(ref s, n) = &p.b;
    println!("{} {}", s, n);
}
fn i(o: Option<(String, String)>) {
    if let Some((a, _)) = o {
        println!("{}", a);
    }
    if let Some((_, b)) = o {
        println!("{}", b);
    }
    println!("{:?}", o);
}
fn j(v: Vec<String>) {
    match v.as_slice() {
        [] => {}
        [a] => println!("{}", a),
        [a, .., b] => println!("{} {}", a, b),
    }
    drop(v);
}
fn k(a: [String; 3]) {
    let [x, y, _] = a;
    println!("{} {}", x, y);
    println!("{}", a[2]);
    let [.., z] = a;
    println!("{}", z);
    println!("{}", x);
}
fn l(n: Option<String>) {
    match n {
        s @ Some(_) => println!("{:?}", s),
        None => {}
    }
    println!("{:?}", n);
}
fn m(n: Option<i32>) {
    match n {
        Some(ref x) if *x > 1 => println!("{}", x),
        Some(x) => println!("{}", x),
        None => {}
    }
    println!("{:?}", n);
}
fn main() {}
