#![allow(non_camel_case_types)]
macro_rules! e { ($e:expr) => { stringify!($e) }; } macro_rules! t { ($($t:tt)*) => { stringify!($($t)*) } } macro_rules! ty { ($t:ty) => { stringify!($t) } }
macro_rules! named { ($i:ident) => { struct $i; impl $i { fn n() -> &'static str { concat!(stringify!($i), "!") } } } }

macro_rules! s { ($i:ident) => { stringify!($i) }; ($e:expr) => { stringify!($e) }; }
named!(r#abc); named!(r#type);
fn main() { println!("{} {} {} {} {}", s!(r#fn), s!(r#abc), e!(r#fn + r#abc), t!(r#match x), ty!(r#type)); println!("{} {}", r#abc::n(), r#type::n()); println!("{:?}", D { r#type: 1, r#x: 2 }); println!("{:?}", E::r#Self_); assert!(std::panic::catch_unwind(|| { let r#fn = false; assert!(r#fn) }).is_err()); }
#[derive(Debug)] #[allow(dead_code)] struct D { r#type: u8, r#x: u8 }
#[derive(Debug)] enum E { r#Self_ }
