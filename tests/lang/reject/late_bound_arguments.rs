//! Lifetimes that are bound late can't be given; a cast can't add auto traits to a trait object.
trait Shape: Send {}

fn same<'a>(x: &'a str) -> &'a str {
    x
}

fn cast(p: *const dyn Shape) {
    let _ = p as *const (dyn Shape + Send);
    let _ = p as *const (dyn Shape + Sync + Unpin);
}

fn main() {
    let _ = same::<'static>;
}
