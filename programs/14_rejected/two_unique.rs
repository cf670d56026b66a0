//! E0499: two unique references
//! A second `&mut` is made while the first is still needed.

fn main() {
    let mut text = String::from("one");
    let a = &mut text;
    let b = &mut text;
    a.push_str(" two");
    b.push_str(" three");
}
