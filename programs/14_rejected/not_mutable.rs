//! E0596: a unique reference to what isn't `mut`
//! `push` needs `&mut`, and `list` was not declared so.

fn main() {
    let list = Vec::new();
    list.push(1);
    println!("{list:?}");
}
