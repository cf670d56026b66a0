use std::thread;
fn main() {
    let v = vec![1, 2];
    let h = thread::spawn(|| {
        println!("{:?}", v);
    });
    h.join().unwrap();
    let w = vec![3];
    let k = thread::spawn(move || println!("{:?}", w));
    println!("{:?}", w);
    k.join().unwrap();
    let s = String::from("scoped");
    thread::scope(|sc| {
        sc.spawn(|| println!("{}", s));
    });
    println!("{}", s);
}
