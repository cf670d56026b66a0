#[derive(Debug)]
struct P {
    x: Vec<i32>,
}
impl P {
    fn eat(self) {}
    fn see(&self) {}
}
fn two(a: String, b: String) {}
fn main() {
    let p = P { x: vec![] };
    p.eat();
    p.see();
    let s = String::new();
    two(s, s);
    let a = vec![String::new()];
    let b = a;
    for x in &a {
        println!("{}", x);
    }
    let t = (String::new(), 1);
    let u = t;
    println!("{}", t.1);
    println!("{:?}", t);
    let c = Box::new(5);
    let d = c;
    println!("{}", *c + *d);
    let mut v = vec![1];
    let w = v;
    v.push(1);
    v = vec![];
    println!("{:?} {:?} {:?}", v, w, u);
    let r = &mut v;
    let q = r;
    q.push(1);
    r.push(2);
    let arr = [String::new(), String::new()];
    let z = arr;
    println!("{}", arr[0]);
    let f = |y: String| y;
    let y = String::new();
    f(y);
    println!("{}", y);
    if let Some(k) = b.into_iter().next() {
        println!("{}", k);
    }
    b.len();
    let _ = z;
}
