//! Statics
//! A static lives as long as the program and belongs to nobody, so every thread may see it; what changes it must be an atomic or
//! behind a lock. Look for the statics below the frames, and for what they own on the heap.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

static GREETING: &str = "hello";
static COUNT: AtomicUsize = AtomicUsize::new(0);
static NAMES: Mutex<Vec<String>> = Mutex::new(Vec::new());

fn enter(name: &str) {
    COUNT.fetch_add(1, Ordering::SeqCst);
    NAMES.lock().unwrap().push(String::from(name));
}

fn main() {
    let one = thread::spawn(|| enter("one"));
    one.join().unwrap();
    let two = thread::spawn(|| enter("two"));
    two.join().unwrap();
    println!("{GREETING} {} {:?}", COUNT.load(Ordering::SeqCst), NAMES.lock().unwrap());
}
