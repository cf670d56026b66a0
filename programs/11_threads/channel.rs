//! Moving values to another thread
//! `send` moves the value into the channel; the receiver gets it, with the same buffer on the heap. The loop ends when the
//! last sender is dropped.

use std::sync::mpsc;
use std::thread;

fn main() {
    let (sender, receiver) = mpsc::channel();
    let worker = thread::spawn(move || {
        for word in ["hello", "from", "the thread"] {
            sender.send(String::from(word)).unwrap();
        }
    });
    for message in receiver {
        println!("{message}");
    }
    worker.join().unwrap();
}
