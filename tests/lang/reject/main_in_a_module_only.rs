//! A `main` within a module is not the program's: what is wrong besides is still told.
mod inner {
    pub fn main() {
        let number: u8 = "text";
        drop(number);
    }
}

fn helper() {
    inner::main();
}
