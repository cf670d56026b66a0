//! E0597: a reference that outlives its value
//! `inner` is dropped at the closing brace, and `longest` would point at what is no longer there.

fn main() {
    let longest;
    {
        let inner = String::from("short lived");
        longest = &inner;
    }
    println!("{longest}");
}
