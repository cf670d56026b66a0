//! Closures as values
//! A closure can be returned, kept in a struct and passed on. What it captured by value lives as long as the closure.

fn adder(n: i32) -> impl Fn(i32) -> i32 {
    move |x| x + n
}

fn apply(f: &dyn Fn(i32) -> i32, times: usize, start: i32) -> i32 {
    let mut value = start;
    for _ in 0..times {
        value = f(value);
    }
    value
}

fn main() {
    let add_two = adder(2);
    println!("{}", add_two(3));
    println!("{}", apply(&add_two, 4, 0));

    let words = vec![String::from("one"), String::from("three")];
    let lengths: Vec<usize> = words.iter().map(|w| w.len()).collect();
    println!("{lengths:?}");

    let mut steps: Vec<Box<dyn Fn(i32) -> i32>> = Vec::new();
    steps.push(Box::new(add_two));
    steps.push(Box::new(|x| x * x));
    println!("{}", steps.iter().fold(1, |value, step| step(value)));
}
