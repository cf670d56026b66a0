fn main() {
    let mut v = vec![1, 2, 3];
    v[0] += v[1];
    let r = &v;
    v[0] += 1;
    println!("{:?}", r);
    let mut s = String::from("a");
    s += "b";
    let t = &s;
    s += "c";
    println!("{}", t);
    let mut x = 1;
    let y = &mut x;
    x += 1;
    *y += 1;
    let i = 0;
    i += 1;
}
