fn main() {
    let mut x = 1;
    let r = &x;
    x = 2;
    println!("{}", r);
    let mut y = 1;
    let m = &mut y;
    let z = y;
    *m = z;
    let mut p = (1, 2);
    let a = &p.0;
    p.1 = 3;
    p.0 = 4;
    println!("{}", a);
    let mut n = 5;
    let q = &mut n;
    n += 1;
    *q = 2;
}
