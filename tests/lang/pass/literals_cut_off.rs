#![allow(overflowing_literals)]
fn main() { let x = 255i8; println!("{x} {} {} {}", 300u8, -129i8, 0xFFFF_FFFFi32); let y: i16 = 65535; println!("{y} {}", -(200i8)); let z = 1e40f32; println!("{z}"); match 44u8 { 300 => println!("m"), _ => {} } const C: u8 = 256; println!("{C}"); let a = [0u8; 2]; println!("{}", 128i8 == -128); }
