//! Frames come and go
//! Each call pushes a frame with its own variables; when it returns they are gone, and only the result stays. In the
//! recursion every `n` is another variable.

fn factorial(n: u64) -> u64 {
    if n == 0 {
        1
    } else {
        let rest = factorial(n - 1);
        n * rest
    }
}

fn main() {
    let small = factorial(3);
    let bigger = factorial(5);
    println!("{small} {bigger}");
}
