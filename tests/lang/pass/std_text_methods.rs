//! Searching text from its end, UTF-16, and trimming ASCII.

fn main() {
    let s = "abcXdefXabc";
    println!("{:?}", s.rmatches("abc").collect::<Vec<_>>());
    println!("{:?}", s.rmatch_indices('X').collect::<Vec<_>>());
    println!("{:?}", "a.b.c.".rsplit_terminator('.').collect::<Vec<_>>());
    println!("{:?}", "a.b.c".rsplit_terminator('.').collect::<Vec<_>>());
    let units: Vec<u16> = "aß😀".encode_utf16().collect();
    println!("{units:?} {:?}", String::from_utf16(&units));
    println!("{:?} {}", String::from_utf16(&[0xd800]).is_err(), String::from_utf16_lossy(&[97, 0xdc00]));
    println!("[{}] [{}]", " \t x y\n".trim_ascii(), "xxyxx".trim_left_matches('x'));
    println!("{} {}", "aß".ceil_char_boundary(2), "aß".floor_char_boundary(2));
}
