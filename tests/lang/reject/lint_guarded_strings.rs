#![deny(rust_2024_guarded_string_incompatible_syntax)]
macro_rules! d { ($($t:tt)*) => {}; }
fn main() { d!(#"x"); d!(##"x"#); d!(# #); d!(##); d!("a"#); }
