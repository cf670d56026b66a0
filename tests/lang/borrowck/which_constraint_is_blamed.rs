//! Of several ways by which one lifetime must outlive another the shortest is blamed: each mention of a field, each annotation and
//! each call has lifetimes of its own, and `'static` outlives all others.
#![allow(dead_code)]

struct Slices<'a, T> {
    rest: &'a mut [T],
}

impl<'a, T> Slices<'a, T> {
    fn halves(&mut self) -> Option<&'a mut T> {
        let (head, tail) = self.rest.split_at_mut(1);
        self.rest = tail;
        head.get_mut(0)
    }
}

struct View<'a> {
    text: &'a String,
}

fn leaked<T>(_: &'static T) {}

impl<'s> View<'s> {
    fn in_one_knot<'a>(&'a mut self, other: &'a i32) -> &'a mut View<'a> {
        leaked(&other);
        &mut (*self)
    }
}

fn main() {}
