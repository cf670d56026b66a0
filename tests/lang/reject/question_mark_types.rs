//! What `?` gives has another type than is wanted; the traits that a bound is judged by.
fn read() -> Result<i32, String> {
    Ok(1)
}

fn as_option() -> Option<i32> {
    read()?
}

fn twice() -> Result<i32, String> {
    let text: String = read()?;
    let list = vec![read()?, "a"];
    let chosen = if true { "a" } else { read()? };
    take(read()?);
    read()?
}

fn take(_: &str) {}

fn main() {
    for _ in 0.0..1.0 {}
    "a".contains(1);
}
