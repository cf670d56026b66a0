//! Integers of text in any radix from 2 to 36; another one panics.
use std::panic::catch_unwind;

const FROM_HEX: Result<u8, std::num::ParseIntError> = u8::from_str_radix("ff", 16);

fn main() {
    std::panic::set_hook(Box::new(|_| println!("panics")));
    println!("{FROM_HEX:?} {:?} {:?}", i32::from_str_radix("-zz", 36), u8::from_str_radix("2", 2).is_err());
    for radix in [1, 2, 36, 37] {
        println!("{radix}: {}", catch_unwind(|| i64::from_str_radix("1", radix)).is_ok());
    }
}
