//! Variables that nothing gives a type: what a body asks for itself is told before what its macros ask for.

fn shown() {
    let x;
    println!("{}", x);
}
fn inline() {
    let x;
    println!("{x:?}");
}
fn formatted() -> String {
    let x;
    format!("{}", x)
}
fn needs<T: std::fmt::Display>(_: &T) {}
fn passed() {
    let x;
    needs(&x);
}

fn main() {}
