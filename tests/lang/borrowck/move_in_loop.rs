fn take(_v: Vec<i32>) {}
fn main() {
    let v = vec![1];
    for _ in 0..2 {
        take(v);
    }
    let s = String::new();
    let mut n = 0;
    while n < 3 {
        let t = s;
        n += t.len();
    }
}
