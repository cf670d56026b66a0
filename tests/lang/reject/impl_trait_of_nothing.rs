//! `impl` without a trait, opaque types that nothing decides, and return types of impls that don't fit `impl Trait` in a trait.
use std::future::Future;

fn nothing() -> impl {}
fn lifetime(x: &impl 'static) {}
type Alias = impl;
fn object(x: dyn) {}
fn unsized_one() -> impl ?Sized {
    1
}

fn option() -> Option<impl Copy> {
    None
}
fn vec() -> Vec<impl Sized> {
    Vec::new()
}
fn itself() -> impl Sized {
    itself()
}

trait Shapes {
    fn one(&self) -> impl Sized {
        1
    }
    fn two(&self) -> Option<impl Copy>;
    fn three() -> (impl Clone, i32);
    fn four() -> impl Iterator<Item = impl Clone>;
}
struct D;
impl Shapes for D {
    fn one(&self) -> str {
        loop {}
    }
    fn two(&self) -> impl Copy {
        1
    }
    fn three() -> (D, u8) {
        loop {}
    }
    fn four() -> std::vec::IntoIter<D> {
        loop {}
    }
}

async fn never() -> ! {
    loop {}
}
fn call<F, Fut>(f: F)
where
    F: Fn(i32) -> Fut,
    Fut: Future<Output = i32>,
{
}
fn other() -> impl Copy {
    2
}
fn wrong() -> i32 {
    let c = |x: i32| x;
    let mut o = other();
    o = c;
    let f: i32 = async { 1 };
    call(async |x| "a");
    if true { other() } else { c }
}

fn main() {}
