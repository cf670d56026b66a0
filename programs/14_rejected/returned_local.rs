//! E0515: returning a reference to a local
//! The String is dropped when the function ends; nothing may point at it after that.

fn make<'a>() -> &'a String {
    let s = String::from("local");
    &s
}

fn main() {
    println!("{}", make());
}
