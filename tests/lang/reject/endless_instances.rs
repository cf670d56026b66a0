use std::fmt::Debug;

trait Dot {
    fn dot(&self, other: Self) -> i32;
}

struct Cons<T: Dot> {
    head: i32,
    tail: T,
}

struct Nil;

impl Dot for Nil {
    fn dot(&self, _: Nil) -> i32 {
        0
    }
}

impl<T: Dot> Dot for Cons<T> {
    fn dot(&self, other: Cons<T>) -> i32 {
        self.head * other.head + self.tail.dot(other.tail)
    }
}

fn longer<T: Dot>(n: i32, a: T, b: T) -> i32 {
    match n {
        0 => a.dot(b),
        _ => longer(n - 1, Cons { head: n, tail: a }, Cons { head: n * n, tail: b }),
    }
}

fn fixed<T: Debug>(n: u32, t: &T) {
    if n > 0 {
        fixed(n - 1, t);
        fixed::<u8>(0, &1);
    }
}

fn unused<T>(t: T) {
    unused(Some(t))
}

fn main() {
    fixed(2, &"a");
    println!("{}", longer(1, Nil, Nil));
}
