use std::sync::mpsc;
use std::thread;
fn main() {
    let mut data = vec![1, 2];
    thread::scope(|s| {
        s.spawn(|| data.push(3));
        s.spawn(|| println!("{:?}", data));
    });
    data.push(4);
    let (tx, rx) = mpsc::channel();
    let msg = String::from("m");
    thread::spawn(move || {
        tx.send(msg).unwrap();
    });
    println!("{} {}", rx.recv().unwrap(), msg);
    let x = 5;
    let h = thread::spawn(|| x + 1);
    println!("{}", h.join().unwrap());
    let r = &data;
    thread::spawn(move || println!("{:?}", r));
}
