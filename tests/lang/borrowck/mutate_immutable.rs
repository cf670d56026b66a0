struct S {
    v: Vec<i32>,
    n: i32,
}
impl S {
    fn get(&self) {
        self.v.push(1);
        self.n = 2;
    }
}
fn f(s: &str, v: &Vec<i32>) {
    v.push(1);
    println!("{}", s);
}
fn main() {
    let v = Vec::<i32>::new();
    v.push(1);
    let w = vec![1];
    let r = &w;
    r.push(1);
    let m = &mut w;
    m.push(2);
    let s = S { v, n: 1 };
    s.n = 3;
    let x = 5;
    let y = &x;
    *y = 6;
    f("", &w);
    s.get();
}
