fn main() {
    let mut x = 1;
    let mut c = || x = 2;
    let mut d = || x = 3;
    c();
    d();
    let mut y = 1;
    let mut e = || y += 1;
    println!("{}", y);
    e();
    let mut z = vec![1];
    let f = || z.len();
    z.push(2);
    println!("{}", f());
}
