//! Giving ownership back
//! A function can return what it was given. The same buffer goes into the parameter, out as the result, and into another
//! variable; nothing is copied on the heap. At the end there is one owner, and one free.

fn shout(mut text: String) -> String {
    text.push('!');
    text
}

fn longer(a: String, b: String) -> (String, usize) {
    if a.len() >= b.len() {
        let n = a.len();
        (a, n)
    } else {
        let n = b.len();
        (b, n)
    }
}

fn main() {
    let hello = String::from("hello");
    let hello = shout(hello);
    let world = shout(String::from("world"));
    let (winner, n) = longer(hello, world);
    println!("{winner} ({n})");
}
