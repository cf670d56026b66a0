//! The stack and the heap
//! Numbers, a pair and an array lie wholly in the frame of `main`. A String and a Vec have three words there (pointer,
//! length, capacity), and their contents in an allocation of their own. Watch the heap pane when `push` finds the
//! buffer full: a bigger one comes, the old one goes.

fn main() {
    let answer = 42;
    let pair = (answer, 'x');
    let grid = [1, 2, 3];

    let name = String::from("crab");
    let mut scores = Vec::with_capacity(2);
    scores.push(10);
    scores.push(20);
    scores.push(30);

    println!("{answer} {pair:?} {grid:?}");
    println!("{name} has {} letters", name.len());
    println!("{scores:?} in a buffer for {}", scores.capacity());
}
