//! What a bound for all lifetimes asks of an associated type with a lifetime of its own: the type must live as long as any.
trait Lending {
    type Item<'a>
    where
        Self: 'a;
    fn next<'a>(&'a mut self) -> Option<Self::Item<'a>>;
    fn for_each<F>(mut self, mut f: F)
    where
        Self: Sized,
        F: FnMut(Self::Item<'_>),
    {
        while let Some(x) = self.next() {
            f(x)
        }
    }
}
struct Windows<'t, T> {
    slice: &'t mut [T],
    start: usize,
    len: usize,
}
impl<'t, T> Lending for Windows<'t, T> {
    type Item<'a>
        = &'a mut [T]
    where
        Self: 'a;
    fn next<'a>(&'a mut self) -> Option<Self::Item<'a>> {
        let found = self.slice[self.start..].get_mut(..self.len)?;
        self.start += 1;
        Some(found)
    }
}
fn windows<T>(slice: &mut [T], len: usize) -> Windows<'_, T> {
    Windows { slice, start: 0, len }
}
fn debug<I>(mut i: I)
where
    I: Lending,
    for<'a> I::Item<'a>: std::fmt::Debug,
{
    while let Some(x) = i.next() {
        println!("{:?}", x);
    }
}
fn each<I: Lending>(mut i: I, mut f: impl for<'a> FnMut(I::Item<'a>)) {
    while let Some(x) = i.next() {
        f(x);
    }
}
fn by_parameter(slice: &mut [i32]) {
    debug(windows(slice, 2));
    each(windows(slice, 2), |window| window[0] = 1);
}
fn by_hand(slice: &mut [i32]) {
    let mut w = windows(slice, 2);
    while let Some(window) = w.next() {
        window[1] += window[0];
    }
    let (a, b) = (w.next(), w.next());
    a.unwrap()[0] = b.unwrap()[0];
}
fn main() {
    let mut a = [1, 2, 3, 4];
    windows(&mut a, 2).for_each(|window| window[1] += window[0]);
    debug(windows(&mut a, 2));
    println!("{:?}", a);
}
