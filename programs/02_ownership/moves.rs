//! Moves
//! Passing a String to a function moves it: the three words are copied into the parameter, the buffer stays where it is,
//! and `a` is no longer the owner. When `take` ends, its parameter is dropped and the buffer freed.

fn take(s: String) -> usize {
    s.len()
}

fn main() {
    let a = String::from("Hello");
    let b = String::from("Bye");
    let r = &b;
    let n = take(a);
    println!("{r} {n}");
}
