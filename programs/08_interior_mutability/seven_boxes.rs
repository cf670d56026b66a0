//! Seven ways to hold a value
//! Box owns alone; Rc and Arc share; Cell and RefCell can be changed through a shared reference; Mutex and RwLock can be so by
//! several threads. Compare what each has on the stack and on the heap, and what it counts.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::{Arc, Mutex, RwLock};

fn main() {
    let boxed = Box::new(1);
    let shared = Rc::new(2);
    let shared_too = Rc::clone(&shared);
    let atomic = Arc::new(3);
    let cell = Cell::new(4);
    let ref_cell = RefCell::new(5);
    let mutex = Mutex::new(6);
    let rw_lock = RwLock::new(7);

    cell.set(40);
    *ref_cell.borrow_mut() += 45;
    *mutex.lock().unwrap() += 54;
    *rw_lock.write().unwrap() += 63;

    let sum = *boxed + *shared_too + *atomic + cell.get() + *ref_cell.borrow();
    println!("{sum} {} {}", mutex.lock().unwrap(), rw_lock.read().unwrap());
    println!("{} {}", Rc::strong_count(&shared), Arc::strong_count(&atomic));
}
