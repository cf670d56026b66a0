fn main() {
    let mut v: Vec<&i32> = Vec::new();
    let mut add = |x| v.push(x);
    let a = 1;
    add(&a);
    {
        let b = 2;
        add(&b);
    }
    println!("{:?}", v);
}
