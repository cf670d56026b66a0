//! Temporaries
//! A value without a name is dropped at the end of its statement; bound to a variable it lives to the end of the block;
//! `_` doesn't bind at all. A temporary in the condition of an `if` goes before the block begins.

struct Guard(&'static str);

impl Guard {
    fn ready(&self) -> bool {
        true
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    Guard("statement").ready();
    println!("1");
    let _kept = Guard("kept");
    let _ = Guard("not bound");
    println!("2");
    if Guard("condition").ready() {
        println!("3");
    }
    let extended = &Guard("extended");
    println!("4 {}", extended.0);
}
