//! E0384: assigning twice without `mut`
//! A variable is immutable unless it says `mut`.

fn main() {
    let count = 1;
    println!("{count}");
    count = 2;
    println!("{count}");
}
