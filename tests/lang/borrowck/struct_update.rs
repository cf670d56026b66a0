#[derive(Clone, Debug)]
struct C {
    a: String,
    b: String,
    n: i32,
}
fn main() {
    let base = C {
        a: String::new(),
        b: String::new(),
        n: 1,
    };
    let d = C {
        n: 2,
        ..base.clone()
    };
    let e = C {
        a: String::from("x"),
        ..base
    };
    println!("{:?} {:?} {}", d, e, base.a);
    println!("{}", base.b);
}
