//! Shared references
//! As many shared references as one likes may look at a value at the same time. While they live, nobody may change or move
//! it. Each is live only until its last use: the gutter shows how far.

fn length(s: &String) -> usize {
    s.len()
}

fn main() {
    let mut s = String::from("borrow me");
    let a = &s;
    let b = &s;
    println!("{a} {b} {}", length(a));
    s.push('!');
    println!("{s}");
}
