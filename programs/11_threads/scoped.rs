//! Scoped threads
//! Threads of a scope end before the scope does, so they may borrow what stands on the stack of `main`.

use std::thread;

fn main() {
    let numbers = vec![1, 2, 3, 4, 5, 6];
    let (left, right) = numbers.split_at(3);
    let (a, b) = thread::scope(|scope| {
        let a = scope.spawn(|| left.iter().sum::<i32>());
        let b = scope.spawn(|| right.iter().sum::<i32>());
        (a.join().unwrap(), b.join().unwrap())
    });
    println!("{a} + {b} = {}", a + b);
    println!("{}", numbers.len());
}
