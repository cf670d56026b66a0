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

fn returns(n: u32) -> impl Sized {
    if n == 0 {
        return (1, other(1));
    }
    (2, other(2))
}

fn other(n: u32) -> impl Sized {
    match n {
        0 => Some(returns(n)),
        _ => None,
    }
}

fn ping() -> impl Fn() {
    let f = pong();
    move || f()
}

fn pong() -> impl Fn() {
    let f = ping();
    move || f()
}

struct Tree;

impl Tree {
    fn left(&self) -> impl Sized + '_ {
        [self.right()]
    }

    fn right(&self) -> impl Sized + '_ {
        self.left()
    }
}

fn fine(n: u32) -> impl Iterator<Item = u32> {
    (0..n).map(|x| x + 1)
}

fn main() {}
