//! Arc and Mutex across threads
//! Each thread has a handle of the Arc; the Mutex lets one of them at the counter at a time. The guard unlocks when it is
//! dropped. Watch who holds the lock and who waits.

use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let counter = Arc::new(Mutex::new(0));
    let mut handles = Vec::new();
    for id in 1..=3 {
        let counter = Arc::clone(&counter);
        handles.push(thread::spawn(move || {
            let mut n = counter.lock().unwrap();
            *n += id;
        }));
    }
    for handle in handles {
        handle.join().unwrap();
    }
    println!("{} with {} handle", *counter.lock().unwrap(), Arc::strong_count(&counter));
}
