#[repr(transparent)] union Y { a: u8 } #[repr(transparent, C)] struct H(u8); #[repr(u8, u16)] enum I { A, B } #[repr(Rust, C)] struct U; #[repr(Rust, u8)] enum V { A } #[repr(Rust, packed)] struct W;
fn main() {}
