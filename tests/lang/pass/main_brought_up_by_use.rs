//! `main` may be imported into the root of the crate.
mod start {
    pub fn main() {
        println!("begun in {}", module_path!());
    }
}

use start::main;
