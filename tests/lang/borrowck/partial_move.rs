struct P {
    a: String,
    b: String,
}
fn show(_p: &P) {}
fn main() {
    let p = P {
        a: String::new(),
        b: String::new(),
    };
    let a = p.a;
    println!("{}", p.b);
    show(&p);
    println!("{}", a);
    let o = Some(String::new());
    if let Some(s) = o {
        println!("{}", s);
    }
    println!("{:?}", o);
    let t = (String::new(), 1);
    let (x, y) = t;
    println!("{} {} {}", x, y, t.0);
}
