// The near misses: the bound is there, or one of the functions doesn't know it.
trait LendingIterator {
    type Item<'a>
    where
        Self: 'a;
    fn next<'a>(&'a mut self) -> Option<Self::Item<'a>>;
}

trait Mixed {
    type Item<'a>;
    fn borrowed<'a>(&'a self) -> Self::Item<'a>;
    fn given<'a>(text: &'a str) -> Self::Item<'a>;
}

struct Windows<'s> {
    slice: &'s mut [i32],
    at: usize,
}

impl<'s> LendingIterator for Windows<'s> {
    type Item<'a>
        = &'a mut [i32]
    where
        Self: 'a;
    fn next<'a>(&'a mut self) -> Option<&'a mut [i32]> {
        let from = self.at;
        self.at += 1;
        self.slice.get_mut(from..from + 2)
    }
}

fn main() {
    let mut numbers = [1, 2, 3, 4];
    let mut windows = Windows { slice: &mut numbers, at: 0 };
    while let Some(window) = windows.next() {
        window[1] += window[0];
    }
    println!("{numbers:?}");
}
