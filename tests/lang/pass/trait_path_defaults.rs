//! In `<T as Trait>::f` what is left out of the trait's arguments takes its default, and is not inferred.
use std::ops::Deref;

struct Inner;
struct Outer(Inner);
impl Deref for Outer {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}
impl PartialEq for Inner {
    fn eq(&self, _: &Inner) -> bool {
        println!("Inner == Inner");
        true
    }
}
impl PartialEq<Outer> for Inner {
    fn eq(&self, other: &Outer) -> bool {
        <Inner as PartialEq>::eq(self, other)
    }
}

fn main() {
    println!("{}", Inner == Outer(Inner));
    println!("{}", <i32 as std::ops::Add<&i32>>::add(1, &2));
}
