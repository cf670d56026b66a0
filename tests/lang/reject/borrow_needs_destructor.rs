//! A borrow that must outlive the destructor of what it goes through, and parameters that may not live long enough.

use std::fmt::Debug;

struct Buffer<'a> {
    bytes: &'a mut Vec<u8>,
}

impl Drop for Buffer<'_> {
    fn drop(&mut self) {
        self.bytes.clear();
    }
}

struct Plain<'a> {
    bytes: &'a mut Vec<u8>,
}

fn into_bytes<'a>(buffer: Buffer<'a>) -> &'a mut Vec<u8> {
    &mut *buffer.bytes
}

fn into_plain_bytes<'a>(plain: Plain<'a>) -> &'a mut Vec<u8> {
    &mut *plain.bytes
}

fn anonymous<T: Debug>(text: &str, value: T) -> Box<dyn Debug + '_> {
    Box::new(value)
}

fn main() {}
