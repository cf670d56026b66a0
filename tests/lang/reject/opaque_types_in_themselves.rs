//! `impl Trait` types whose hidden type holds themselves, at once or by way of another (E0720).
fn itself() -> impl Sized {
    [itself(), itself()]
}

fn first() -> impl Sized {
    (1, second())
}

fn second() -> impl Sized {
    (first(), 2)
}

fn fine(n: u32) -> impl Iterator<Item = u32> {
    (0..n).map(|x| x + 1)
}

fn main() {}
