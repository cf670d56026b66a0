#[cfg(true)]
fn boxed() {
    let box x = Box::new(1);
    let _ = static || 1;
}
#[cfg(not(windows))]
auto trait Marker {}
#[cfg(false)]
fn yields() {
    yield 1;
    static || 1;
}
trait Alias = Clone;
fn main() {}
