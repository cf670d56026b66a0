//! `Box::from` for what is expected to be a boxed trait object makes that very object: what isn't known to be sized is not unsized.
use std::error::Error;

fn checked(n: i32) -> Result<i32, Box<dyn Error + Send + Sync>> {
    match n {
        0 => Err("zero".into()),
        1..=9 => Err(Box::from(format!("small: {n}"))),
        _ => Ok(n),
    }
}

fn plain() -> Box<dyn Error> {
    Box::from("plain")
}

fn main() {
    println!("{:?} {:?} {:?} {}", checked(0), checked(5), checked(10), plain());
    let boxed: Box<dyn std::fmt::Debug> = Box::new(1);
    println!("{boxed:?}");
}
