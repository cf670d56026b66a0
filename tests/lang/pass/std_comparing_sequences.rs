//! Iterators and deques are compared element by element.

use std::collections::VecDeque;

fn main() {
    println!("{} {}", [1, 2].iter().lt([1, 3].iter()), [1, 2].iter().ge([1, 2].iter()));
    println!("{} {}", [1, 2].iter().le([1].iter()), [f64::NAN].iter().gt([1.0].iter()));
    let deque = VecDeque::from([1, 2]);
    println!("{} {}", deque == &[1, 2], deque == &[1][..]);
}
