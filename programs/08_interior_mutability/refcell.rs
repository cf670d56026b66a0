//! RefCell
//! A RefCell lends out its content and counts the borrows at run time: many readers, or one writer. The guards give the
//! borrow back when they are dropped.

use std::cell::RefCell;

fn main() {
    let log = RefCell::new(vec![String::from("start")]);
    {
        let first = log.borrow();
        let second = log.borrow();
        println!("{} readers see {} entries", 2, first.len() + second.len() - 1);
    }
    {
        let mut writer = log.borrow_mut();
        writer.push(String::from("middle"));
        println!("another borrow now? {}", log.try_borrow().is_ok());
    }
    log.borrow_mut().push(String::from("end"));
    println!("{:?}", log.borrow());
}
