fn main() {
    let mut v = vec![1];
    v.push(v.iter_mut().map(|x| *x).sum());
    let s = String::from("a");
    let t = (s, s);
    let mut w = vec![1];
    let first = &w[0]; w.push(2); println!("{first}");
    let x = 1; x = 2;
}
