//! In `replace(&mut place, value)` the value has the lifetimes of the place: the place itself is copied, not reborrowed. And of two
//! lifetimes that are equal, messages speak of the one that a where clause mentions as the longer one.
#![allow(dead_code)]

fn itself(mut text: &String) {
    std::mem::replace(&mut text, text);
}

struct Number(i32);

fn longest<'a, T>(first: &'a mut T, _: &'a mut T) -> &'a mut T {
    first
}

fn equal<'a, 'b>(kept: &'a Option<&'b mut Number>) -> &'a Option<&'a mut Number>
where
    'a: 'b,
{
    (*kept) = Some(longest(&mut Number(1 + 1), &mut make()));
    &(*kept)
}

fn make() -> Number {
    Number(1)
}

fn main() {}
