//! The order of drops
//! Variables are dropped in the reverse order of their declaration, fields in the order of theirs; a value that was moved
//! away is left out; what is assigned to is dropped first.

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Pair {
    left: Noisy,
    right: Noisy,
}

fn consume(n: Noisy) {
    println!("consume {}", n.0);
}

fn main() {
    let _a = Noisy("a");
    let mut b = Noisy("b");
    let c = Noisy("c");
    let pair = Pair { left: Noisy("left"), right: Noisy("right") };
    b = Noisy("b2");
    consume(c);
    println!("{} {} {}", b.0, pair.left.0, pair.right.0);
    println!("end of main");
}
