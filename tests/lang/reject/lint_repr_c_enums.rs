#![deny(repr_c_enums_larger_than_int)]
#[repr(C)] enum A { A = 0xffff_ffff, B = -1, C = 3, D = -5, E = 0x1_0000_0000 }
#[repr(C)] enum B { A = 0x7fff_ffff, B }
#[repr(C)] enum C { A = -0x8000_0000, B = 0x8000_0000 }
#[repr(C, u8)] enum D { A = 1 }
fn main() {}
