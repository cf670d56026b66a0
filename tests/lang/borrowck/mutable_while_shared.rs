fn main() {
    let mut v = vec![1];
    let first = &v[0];
    v.push(2);
    println!("{}", first);
    let mut s = String::from("a");
    let r = &s;
    s.push_str("b");
    println!("{}", r);
    for x in &v {
        v.push(*x);
    }
    let m = &mut s;
    println!("{}", s);
    m.push('c');
}
