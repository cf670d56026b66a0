//! What was printed without a line end is lost when the process aborts; bytes that are no text go out as they are.

use std::io::{self, Write};

struct Second;
impl Drop for Second {
    fn drop(&mut self) {
        panic!("in drop");
    }
}

fn main() {
    let mut out = io::stdout();
    out.write_all(&[b'a', 0xc3, 0xa9, b'\n']).unwrap();
    print!("flushed");
    out.flush().unwrap();
    writeln!(out.lock(), " {}", 3).unwrap();
    print!("held back");
    let _second = Second;
    panic!("first");
}
