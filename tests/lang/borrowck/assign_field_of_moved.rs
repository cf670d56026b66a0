struct P {
    a: String,
    n: i32,
}
fn main() {
    let mut p = P {
        a: String::new(),
        n: 1,
    };
    let q = p;
    p.n = 2;
    p.a = String::from("x");
    println!("{}", q.n);
    let mut r = P {
        a: String::new(),
        n: 1,
    };
    drop(r.a);
    r.a = String::from("again");
    println!("{} {}", r.a, r.n);
    r = P {
        a: String::new(),
        n: 3,
    };
    println!("{}", r.n);
}
