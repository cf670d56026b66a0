//! E0502: changing what is borrowed
//! `first` points into the buffer of the vector, and `push` may have to move the elements to a bigger one. The loan is
//! alive until the last line; walk on and see what `first` would point at.

fn main() {
    let mut scores = vec![1, 2, 3];
    let first = &scores[0];
    scores.push(4);
    println!("{first}");
}
