//! A panic unwinds
//! From the place of the panic outwards every frame drops what it owns, as at the end of a scope; then the program ends with
//! code 101.

struct Guard(&'static str);

impl Drop for Guard {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn inner(values: &[i32], index: usize) -> i32 {
    let _guard = Guard("inner");
    values[index]
}

fn main() {
    let _outer = Guard("outer");
    let values = vec![1, 2, 3];
    println!("{}", inner(&values, 1));
    println!("{}", inner(&values, 7));
    println!("not reached");
}
