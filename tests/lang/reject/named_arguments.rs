//! Arguments by name, arrows of other languages.

struct S {
    a: u8,
}
fn f(a: u8, b: u8) -> u8 {
    a + b
}

fn main() {
    f(a: 1, b: 2);
    let s = S(a: 1);
    let x = 1;
    if x<-1 {}
    x <- 2;
    let y = x < -1;
}
