//! Discriminants out of range.
#[repr(u8)] enum B { X = 1, Y(i32) = 2, Z { a: i32 } = 1 } #[repr(u8)] enum C { A = 257, B = 255, D } 
fn main() { }
