//! Keywords of paths after a dot are names of members that aren't there.

struct S {
    x: u8,
}
impl S {
    fn m(&self) -> u8 {
        self
            .x
    }
}

fn main() {
    let x = 5;
    x.self();
    x.super;
    x.crate();
    S { x }.Self;
}
