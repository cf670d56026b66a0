//! `type_name` shows the lifetimes that a function pointer binds, and no others.
use std::any::type_name;

fn main() {
    println!("{}", type_name::<fn(&str, &mut i32) -> &'static u8>());
    println!("{}", type_name::<for<'a> fn(&'a str) -> &'a str>());
    println!("{} {}", type_name::<fn(std::str::Chars<'_>) -> i32>(), type_name::<Option<&'static u8>>());
    println!("{} {}", type_name::<&'static str>(), type_name::<Box<dyn Fn(&str) -> usize>>());
    println!("{}", type_name::<(fn(i32), [fn(); 2])>());
}
