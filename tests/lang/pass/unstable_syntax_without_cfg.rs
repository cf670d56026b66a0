#[cfg(false)]
fn boxed() {
    let box x = 1;
    let y: u8 = try { 1 };
    let [a, .., 1..] = x;
}
#[cfg(false)]
auto trait Marker {}
#[cfg(false)]
macro m() {}
#[cfg(false)]
trait Alias = Clone;
#[cfg(false)]
default impl A for B {}
#[cfg(false)]
unsafe extern "C" {
    type Opaque;
}
fn main() {
    #[cfg(false)]
    let box z = 1;
    match 1 {
        #[cfg(false)]
        box x => {}
        _ => println!("one"),
    }
}
