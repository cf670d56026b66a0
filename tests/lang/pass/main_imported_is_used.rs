#![deny(unused_imports)]
mod start {
    pub fn main() {
        println!("started");
    }
    pub fn other() {}
}
use start::main;
