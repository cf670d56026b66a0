//! A clone that panics half-way: what was cloned before is dropped, an array's in order, a vector's and a struct's too.
use std::panic::catch_unwind;

struct Noisy(i32);
impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
impl Clone for Noisy {
    fn clone(&self) -> Noisy {
        if self.0 == 3 {
            panic!("can't clone {}", self.0);
        }
        Noisy(self.0 + 10)
    }
}
#[derive(Clone)]
struct Three {
    _a: Noisy,
    _b: Noisy,
    _c: Noisy,
}

fn main() {
    let array = catch_unwind(|| [Noisy(1), Noisy(2), Noisy(3), Noisy(4)].clone().len());
    println!("array: {}", array.is_err());
    let vector = catch_unwind(|| vec![Noisy(1), Noisy(2), Noisy(3), Noisy(4)].clone().len());
    println!("vector: {}", vector.is_err());
    let tuple = catch_unwind(|| (Noisy(1), Noisy(2), Noisy(3)).clone().0.0);
    println!("tuple: {}", tuple.is_err());
    let fields = catch_unwind(|| {
        let _copy = Three { _a: Noisy(1), _b: Noisy(2), _c: Noisy(3) }.clone();
    });
    println!("struct: {}", fields.is_err());
    let fine = [Noisy(1), Noisy(2)].clone();
    println!("fine: {}", fine.len());
    let huge = catch_unwind(|| Vec::<u64>::with_capacity(usize::MAX / 2).len());
    println!("capacity: {}", huge.is_err());
}
