//! Bytes of floats, cells that are written once, formatting by a closure, and cloning into what is there.

use std::cell::OnceCell;
use std::collections::BinaryHeap;
use std::fmt;
use std::sync::OnceLock;

fn main() {
    println!("{:?} {}", 12.5f64.to_be_bytes(), f32::from_le_bytes([0, 0, 72, 65]));
    println!("{} {}", 1e-310f64.is_subnormal(), 1.0f64.is_subnormal());

    let mut lock = OnceLock::from(3);
    let copy = lock.clone();
    println!("{} {:?} {:?}", lock == copy, lock.take(), lock);
    println!("{:?} {}", copy, OnceCell::from(1) == OnceCell::new());

    println!("{}", fmt::from_fn(|f| write!(f, "<{}>", 5)));
    println!("{:?} {}", bool::try_from(1), bool::try_from(2).is_err());

    let mut words = vec![String::from("a"), String::from("b")];
    words.clone_from(&vec![String::from("long"), String::from("longer"), String::new()]);
    println!("{words:?}");
    let mut heap: BinaryHeap<i32> = BinaryHeap::new();
    heap.extend(&[2, 9, 4]);
    println!("{:?}", heap.pop());
}
