use std::sync::{Arc, Mutex};
use std::thread;
fn main() {
    let m = Arc::new(Mutex::new(0));
    let mut hs = vec![];
    for _ in 0..2 {
        let m = Arc::clone(&m);
        hs.push(thread::spawn(move || {
            let mut g = m.lock().unwrap();
            *g += 1;
        }));
    }
    for h in hs {
        h.join().unwrap();
    }
    println!("{}", *m.lock().unwrap());
    let g = m.lock().unwrap();
    drop(m);
    println!("{}", *g);
}
