fn main() {
    let o = Some(String::new());
    o.unwrap();
    println!("{}", o.is_some());
    let v = vec![1];
    let w: Vec<i32> = v.into_iter().collect();
    println!("{:?} {:?}", v, w);
    let xs = vec![1];
    for x in xs {
        println!("{}", x);
    }
    println!("{:?}", xs);
    let a = String::new();
    let b = a + "x";
    println!("{} {}", a, b);
}
