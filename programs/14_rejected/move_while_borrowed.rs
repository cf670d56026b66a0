//! E0505: moving what is borrowed
//! `drop` takes the vector while `view` still looks into it.

fn main() {
    let numbers = vec![1, 2, 3];
    let view = &numbers;
    drop(numbers);
    println!("{view:?}");
}
