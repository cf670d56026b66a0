//! `flatten` and `flat_map`.

use crate::fmt;
use crate::iter::{Fuse, FusedIterator, Map};

/// The elements of what `iter` yields: both ends of the row have an iterator that is being used up.
#[derive(Clone, Debug)]
pub(crate) struct FlattenCompat<I, U> {
    iter: Fuse<I>,
    frontiter: Option<U>,
    backiter: Option<U>,
}
/// How many elements the array type `T` has, or a reference to one.
#[intrinsic = "array_length"]
const fn array_length<T>() -> Option<usize>;
impl<I, U> FlattenCompat<I, U> {
    pub(crate) fn new(iter: I) -> Self {
        FlattenCompat { iter: Fuse { iter: Some(iter) }, frontiter: None, backiter: None }
    }
}
impl<I: Iterator, U: Iterator> Iterator for FlattenCompat<I, U>
where
    I::Item: IntoIterator<IntoIter = U, Item = U::Item>,
{
    type Item = U::Item;
    fn next(&mut self) -> Option<U::Item> {
        loop {
            if let Some(inner) = &mut self.frontiter {
                match inner.next() {
                    None => self.frontiter = None,
                    item => return item,
                }
            }
            match self.iter.next() {
                Some(x) => self.frontiter = Some(x.into_iter()),
                None => {
                    return match &mut self.backiter {
                        Some(inner) => {
                            let item = inner.next();
                            if item.is_none() {
                                self.backiter = None;
                            }
                            item
                        }
                        None => None,
                    };
                }
            }
        }
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let (front_low, front_high) = match &self.frontiter {
            Some(inner) => inner.size_hint(),
            None => (0, Some(0)),
        };
        let (back_low, back_high) = match &self.backiter {
            Some(inner) => inner.size_hint(),
            None => (0, Some(0)),
        };
        let low = front_low.saturating_add(back_low);
        let ends = match (front_high, back_high) {
            (Some(a), Some(b)) => a.checked_add(b),
            _ => None,
        };
        let (inner_low, inner_high) = self.iter.size_hint();
        if let Some(n) = array_length::<I::Item>() {
            let high = ends.and_then(|ends| ends.checked_add(n.checked_mul(inner_high?)?));
            return (inner_low.saturating_mul(n).saturating_add(low), high);
        }
        (low, if inner_high == Some(0) { ends } else { None })
    }
}
impl<I: DoubleEndedIterator, U: DoubleEndedIterator> DoubleEndedIterator for FlattenCompat<I, U>
where
    I::Item: IntoIterator<IntoIter = U, Item = U::Item>,
{
    fn next_back(&mut self) -> Option<U::Item> {
        loop {
            if let Some(inner) = &mut self.backiter {
                match inner.next_back() {
                    None => self.backiter = None,
                    item => return item,
                }
            }
            match self.iter.next_back() {
                Some(x) => self.backiter = Some(x.into_iter()),
                None => {
                    return match &mut self.frontiter {
                        Some(inner) => {
                            let item = inner.next_back();
                            if item.is_none() {
                                self.frontiter = None;
                            }
                            item
                        }
                        None => None,
                    };
                }
            }
        }
    }
}
#[must_use] pub struct FlatMap<I, U: IntoIterator, F> {
    inner: FlattenCompat<Map<I, F>, U::IntoIter>,
}
impl<I: Clone, U: Clone + IntoIterator, F: Clone> Clone for FlatMap<I, U, F>
where
    U::IntoIter: Clone,
{
    fn clone(&self) -> Self {
        FlatMap { inner: self.inner.clone() }
    }
}
impl<I: fmt::Debug, U: IntoIterator, F> fmt::Debug for FlatMap<I, U, F>
where
    U::IntoIter: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FlatMap").field("inner", &self.inner).finish()
    }
}
impl<I: Iterator, U: IntoIterator, F> Iterator for FlatMap<I, U, F>
where
    F: FnMut(I::Item) -> U,
{
    type Item = U::Item;
    fn next(&mut self) -> Option<U::Item> {
        self.inner.next()
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.inner.size_hint()
    }
}
impl<I: DoubleEndedIterator, U: IntoIterator, F> DoubleEndedIterator for FlatMap<I, U, F>
where
    F: FnMut(I::Item) -> U,
    U::IntoIter: DoubleEndedIterator,
{
    fn next_back(&mut self) -> Option<U::Item> {
        self.inner.next_back()
    }
}
#[must_use] pub struct Flatten<I: Iterator>
where
    I::Item: IntoIterator,
{
    inner: FlattenCompat<I, <I::Item as IntoIterator>::IntoIter>,
}
impl<I: Clone + Iterator> Clone for Flatten<I>
where
    I::Item: IntoIterator,
    <I::Item as IntoIterator>::IntoIter: Clone,
{
    fn clone(&self) -> Self {
        Flatten { inner: self.inner.clone() }
    }
}
impl<I: fmt::Debug + Iterator> fmt::Debug for Flatten<I>
where
    I::Item: IntoIterator,
    <I::Item as IntoIterator>::IntoIter: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Flatten").field("inner", &self.inner).finish()
    }
}
impl<I: Default + Iterator> Default for Flatten<I>
where
    I::Item: IntoIterator,
{
    fn default() -> Self {
        Flatten { inner: FlattenCompat::new(I::default()) }
    }
}
impl<I: Iterator> Iterator for Flatten<I>
where
    I::Item: IntoIterator,
{
    type Item = <I::Item as IntoIterator>::Item;
    fn next(&mut self) -> Option<<I::Item as IntoIterator>::Item> {
        self.inner.next()
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.inner.size_hint()
    }
}
impl<I: DoubleEndedIterator> DoubleEndedIterator for Flatten<I>
where
    I::Item: IntoIterator,
    <I::Item as IntoIterator>::IntoIter: DoubleEndedIterator,
{
    fn next_back(&mut self) -> Option<<I::Item as IntoIterator>::Item> {
        self.inner.next_back()
    }
}
impl<I: FusedIterator, U: IntoIterator, F> FusedIterator for FlatMap<I, U, F> where F: FnMut(I::Item) -> U {}
impl<I: FusedIterator> FusedIterator for Flatten<I> where I::Item: IntoIterator {}
