fn f(x: i32) {
    x = 2;
    println!("{}", x);
}
fn main() {
    let z = 1;
    z = 2;
    println!("{}", z);
    let y;
    y = 1;
    y = 2;
    println!("{}", y);
    let (a, b) = (1, 2);
    a += b;
    println!("{}", a);
    let mut i = 0;
    let w;
    while i < 2 {
        w = i;
        i += 1;
    }
    f(i);
}
