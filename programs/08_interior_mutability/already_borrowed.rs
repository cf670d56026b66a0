//! A double borrow panics
//! The rule that the compiler checks for references a RefCell checks while running. Here a writer is asked for while a
//! reader still exists: a panic, and the guards are dropped on the way out.

use std::cell::RefCell;

fn main() {
    let scores = RefCell::new(vec![1, 2, 3]);
    let reader = scores.borrow();
    println!("{} scores", reader.len());
    let mut writer = scores.borrow_mut();
    writer.push(4);
    println!("not reached");
}
