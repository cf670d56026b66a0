// What all functions that mention a generic associated type know of its arguments, it must say, too.
trait LendingIterator {
    type Item<'a>;
    fn next<'a>(&'a mut self) -> Option<Self::Item<'a>>;
}

trait Windows {
    type Iter<'a>: Iterator<Item = Self::Window<'a>>;
    type Window<'a>;
    fn windows(&self) -> Self::Iter<'_>;
}

trait Pairs {
    type Pair<'a, T>;
    fn pair<'a, T>(&'a self, other: &'a T) -> Self::Pair<'a, T>;
}

fn main() {}
