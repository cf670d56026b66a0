//! Lifetimes that are left out: beside other arguments of a path, in the associated types of impls, in the headers of impls.
use std::slice::Iter;

struct Two<'a, 'b, T>(&'a T, &'b T);
struct One<'a>(&'a str);

struct Fields {
    iter: Iter<u8>,
    two: Option<Two<u8>>,
    refs: std::collections::hash_map::Iter<u8, u8>,
    one: One,
}

fn none() -> std::slice::Iter<u8> {
    [].iter()
}

fn several(a: &u8, b: &u8) -> (One, Two<u8>, &u8) {
    todo!()
}

type Alias = Iter<u8>;

trait Gives {
    type Given;
    type Generic<T>;
}

impl Gives for u8 {
    type Given = &u8;
    type Generic<T> = &T;
}

impl<'a, 'b, T> Gives for Two<'a, 'b, T> {
    type Given = (&T, &'a T);
    type Generic<U> = Iter<U>;
}

impl<T> Gives for Vec<T> {
    type Given = Option<&T>;
    type Generic<U> = U;
}

impl Gives for One<'_> {
    type Given = &str;
    type Generic<U> = &'_ U;
}

impl<'a> Iterator for One<'a> {
    type Item = &str;
    fn next(&mut self) -> Option<&'a str> {
        None
    }
}

impl Gives for std::cell::Ref<u8> {
    type Given = u8;
    type Generic<U> = U;
}

impl Two<u8> {}

fn main() {}
