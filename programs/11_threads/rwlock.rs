//! RwLock
//! Many readers at once, or one writer.

use std::sync::{Arc, RwLock};
use std::thread;

fn main() {
    let table = Arc::new(RwLock::new(vec![1, 2, 3]));
    let writer = {
        let table = Arc::clone(&table);
        thread::spawn(move || table.write().unwrap().push(4))
    };
    writer.join().unwrap();
    let first = table.read().unwrap();
    let second = table.read().unwrap();
    println!("{:?} {}", *first, second.len());
}
