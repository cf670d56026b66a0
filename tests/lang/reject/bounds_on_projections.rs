//! A trait that isn't implemented is told once, though bounds on its associated types need it too.
use std::fmt::Debug;

trait Container {
    type Item;
}
struct Of<C: Container>(C)
where
    C::Item: Clone;
struct Nothing;

fn any<C>(c: C)
where
    C: Container,
    C::Item: Debug,
{
}
fn reversed<C>(c: C)
where
    C::Item: Debug,
    C: Container,
{
}
fn given<C: Container<Item = u8>>(c: C) {}
fn made<C: Container>() -> C::Item
where
    C::Item: Clone,
{
    loop {}
}
fn shown<T: IntoIterator>(t: T)
where
    T::Item: Debug,
{
}

fn main() {
    any(1);
    reversed(1u8);
    given(1);
    Of(1);
    made::<i32>();
    let x = made::<u8>();
    shown(5);
    shown(Nothing);
    shown(vec![Nothing]);
    std::iter::once(1).chain(5);
    let copied = vec![Nothing].dedup();
    let pointer: *const u8 = &0;
    std::thread::spawn(move || {
        pointer;
    });
    let wrong: i32 = "a";
}
