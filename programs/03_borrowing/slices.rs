//! Slices
//! A slice borrows a part of a String, a Vec or an array: a pointer into it and a length. The owner can't be changed while
//! the slice is in use.

fn first_word(text: &str) -> &str {
    match text.find(' ') {
        Some(end) => &text[..end],
        None => text,
    }
}

fn sum(numbers: &[i32]) -> i32 {
    let mut total = 0;
    for n in numbers {
        total += n;
    }
    total
}

fn main() {
    let text = String::from("hello slices");
    let word = first_word(&text);
    println!("{word}");

    let numbers = vec![1, 2, 3, 4, 5];
    let middle = &numbers[1..4];
    println!("{middle:?} sum {}", sum(middle));
    println!("all {}", sum(&numbers));
}
