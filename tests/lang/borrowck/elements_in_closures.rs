//! In a closure an element of an array is reached by borrowing the array, as by a call of `Index`: moving it out makes no FnOnce of
//! the closure, and two elements are one capture.
#![allow(dead_code)]

fn moved(names: &[String; 2]) {
    let take = move || {
        let first = names[0];
    };
}

fn moved_from_own(names: ([String; 2], i32)) {
    let take = || {
        let second = names.0[1];
    };
}

fn changed(mut numbers: [i32; 2]) {
    let mut change = || numbers[0] = 1;
    println!("{}", numbers[1]);
    change();
}

fn part_of_a_tuple(pair: ([String; 2], String)) {
    let length = || pair.0[0].len();
    drop(pair.1);
    drop(pair.0);
    length();
}

fn main() {}
