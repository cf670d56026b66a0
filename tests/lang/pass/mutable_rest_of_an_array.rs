//! `rest @ ..` of an array behind `&mut` is the elements themselves; `write!` to a `dyn fmt::Write`.
use std::fmt::Write;

fn fill(part: &mut [i32; 3]) {
    part[0] = 7;
    *part = [part[0], 8, 9];
    part.swap(0, 2);
}

fn say(out: &mut dyn Write, number: i32) -> std::fmt::Result {
    write!(out, "n={number} ")?;
    writeln!(out, "{number:>4}")
}

fn main() {
    let mut numbers = [1, 2, 3, 4, 5];
    if let [first, middle @ .., last] = &mut numbers {
        std::mem::swap(first, last);
        middle[1] = 99;
        middle.reverse();
        println!("{middle:?}");
        fill(middle);
        for number in middle.iter_mut() {
            *number += 1;
        }
    }
    println!("{numbers:?}");

    let mut words = ["a", "b", "c"].map(String::from);
    {
        let [_, rest @ ..] = &mut words;
        rest[1].push('!');
        let again = &mut *rest;
        again[0] = String::from("new");
    }
    let [ref mut head, ref mut tail @ ..] = words;
    head.push('h');
    std::mem::swap(head, &mut tail[1]);
    println!("{words:?}");

    let mut pairs = [[1, 2], [3, 4], [5, 6]];
    let [_, rest @ ..] = &mut pairs;
    rest[0][1] = 40;
    rest[1] = [50, 60];
    let [a, b] = rest;
    a[0] += b[0];
    println!("{pairs:?}");

    let mut text = String::new();
    say(&mut text, 5).unwrap();
    let mut boxed: Box<dyn Write> = Box::new(text.clone());
    write!(boxed, "boxed").unwrap();
    print!("{text}");
}
