//! Dropping early
//! `drop(x)` is a function that takes its argument and does nothing with it: moving it in is what drops it. `mem::replace`,
//! `mem::take` and `mem::swap` move values through a reference without leaving a hole.

use std::mem;

struct Token(u32);

impl Drop for Token {
    fn drop(&mut self) {
        println!("drop token {}", self.0);
    }
}

fn main() {
    let one = Token(1);
    let mut two = Token(2);
    drop(one);
    let old = mem::replace(&mut two, Token(3));
    println!("old {}, new {}", old.0, two.0);

    let mut left = String::from("left");
    let mut right = String::from("right");
    mem::swap(&mut left, &mut right);
    let taken = mem::take(&mut left);
    println!("{taken:?} {left:?} {right:?}");
}
