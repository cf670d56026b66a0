//! `LinkedList`, over a ring buffer: the same order of elements and of drops.

use crate::cmp::Ordering;
use crate::collections::vec_deque::{self, VecDeque};
use crate::fmt;

#[rustc_std_layout(24, 8)]
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[with_allocator]
pub struct LinkedList<T> {
    items: VecDeque<T>,
}
impl<T> LinkedList<T> {
    #[must_use] pub const fn new() -> LinkedList<T> {
        LinkedList { items: VecDeque::new() }
    }
    pub fn append(&mut self, other: &mut LinkedList<T>) {
        self.items.append(&mut other.items)
    }
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { inner: self.items.iter() }
    }
    pub fn iter_mut(&mut self) -> IterMut<'_, T> {
        IterMut { inner: self.items.iter_mut() }
    }
    pub fn extract_if<F: FnMut(&mut T) -> bool>(&mut self, filter: F) -> ExtractIf<'_, T, F> {
        ExtractIf { list: self, index: 0, filter }
    }
    #[must_use] pub fn push_front_mut(&mut self, elt: T) -> &mut T {
        self.items.push_front(elt);
        &mut self.items[0]
    }
    #[must_use] pub fn push_back_mut(&mut self, elt: T) -> &mut T {
        self.items.push_back(elt);
        let last = self.items.len() - 1;
        &mut self.items[last]
    }
    #[must_use] pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
    #[must_use] pub fn len(&self) -> usize {
        self.items.len()
    }
    pub fn clear(&mut self) {
        self.items.clear()
    }
    pub fn contains(&self, x: &T) -> bool
    where
        T: PartialEq<T>,
    {
        self.items.contains(x)
    }
    #[must_use] pub fn front(&self) -> Option<&T> {
        self.items.front()
    }
    #[must_use] pub fn front_mut(&mut self) -> Option<&mut T> {
        self.items.front_mut()
    }
    #[must_use] pub fn back(&self) -> Option<&T> {
        self.items.back()
    }
    pub fn back_mut(&mut self) -> Option<&mut T> {
        self.items.back_mut()
    }
    pub fn push_front(&mut self, elt: T) {
        self.items.push_front(elt)
    }
    pub fn pop_front(&mut self) -> Option<T> {
        self.items.pop_front()
    }
    pub fn push_back(&mut self, elt: T) {
        self.items.push_back(elt)
    }
    pub fn pop_back(&mut self) -> Option<T> {
        self.items.pop_back()
    }
    #[panics_at = "alloc/src/collections/linked_list.rs:1000:9"]
    pub fn split_off(&mut self, at: usize) -> LinkedList<T> {
        assert!(at <= self.len(), "Cannot split off at a nonexistent index");
        LinkedList { items: self.items.split_off(at) }
    }
}
impl<T> Default for LinkedList<T> {
    fn default() -> LinkedList<T> {
        LinkedList::new()
    }
}
impl<T: fmt::Debug> fmt::Debug for LinkedList<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.items.iter()).finish()
    }
}
impl<T> FromIterator<T> for LinkedList<T> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> LinkedList<T> {
        LinkedList { items: iter.into_iter().collect() }
    }
}
impl<T> Extend<T> for LinkedList<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) {
        self.items.extend(iter)
    }
}
impl<T, const N: usize> From<[T; N]> for LinkedList<T> {
    fn from(array: [T; N]) -> LinkedList<T> {
        array.into_iter().collect()
    }
}
impl<'a, T: 'a + Copy> Extend<&'a T> for LinkedList<T> {
    fn extend<I: IntoIterator<Item = &'a T>>(&mut self, iter: I) {
        self.items.extend(iter)
    }
}
macro_rules! iterators {
    ($($name:ident [$($life:lifetime)?] $inner:ty, $item:ty;)*) => {
        $(pub struct $name<$($life,)? T> {
            inner: $inner,
        }
        impl<$($life,)? T> Iterator for $name<$($life,)? T> {
            type Item = $item;
            fn next(&mut self) -> Option<$item> {
                self.inner.next()
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                self.inner.size_hint()
            }
        }
        impl<$($life,)? T> DoubleEndedIterator for $name<$($life,)? T> {
            fn next_back(&mut self) -> Option<$item> {
                self.inner.next_back()
            }
        }
        impl<$($life,)? T> ExactSizeIterator for $name<$($life,)? T> {}
        impl<$($life,)? T> crate::iter::FusedIterator for $name<$($life,)? T> {}
        )*
    };
}
iterators! {
    Iter ['a] vec_deque::Iter<'a, T>, &'a T;
    IterMut ['a] vec_deque::IterMut<'a, T>, &'a mut T;
    IntoIter [] vec_deque::IntoIter<T>, T;
}
impl<T> Default for Iter<'_, T> {
    fn default() -> Self {
        Iter { inner: Default::default() }
    }
}
impl<T> Default for IterMut<'_, T> {
    fn default() -> Self {
        IterMut { inner: Default::default() }
    }
}
impl<T> Default for IntoIter<T> {
    fn default() -> Self {
        LinkedList::new().into_iter()
    }
}
impl<T> Clone for Iter<'_, T> {
    fn clone(&self) -> Self {
        Iter { inner: self.inner.clone() }
    }
}
impl<T: Clone> Clone for IntoIter<T> {
    fn clone(&self) -> Self {
        IntoIter { inner: self.inner.clone() }
    }
}
impl<T: fmt::Debug> fmt::Debug for Iter<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Iter").field(&self.clone().collect::<Vec<_>>()).field(&self.inner.len()).finish()
    }
}
impl<T: fmt::Debug> fmt::Debug for IterMut<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("IterMut").field(&self.inner.rest().collect::<Vec<_>>()).field(&self.inner.len()).finish()
    }
}
impl<T: fmt::Debug, F> fmt::Debug for ExtractIf<'_, T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ExtractIf").field("peek", &self.list.items.get(self.index)).finish_non_exhaustive()
    }
}
impl<T: fmt::Debug> fmt::Debug for IntoIter<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("IntoIter").field(&self.inner.inner).finish()
    }
}
/// The elements that `filter` picks, taken out one by one.
#[must_use] pub struct ExtractIf<'a, T, F> {
    list: &'a mut LinkedList<T>,
    index: usize,
    filter: F,
}
impl<T, F: FnMut(&mut T) -> bool> Iterator for ExtractIf<'_, T, F> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        while self.index < self.list.len() {
            if (self.filter)(&mut self.list.items[self.index]) {
                return self.list.items.remove(self.index);
            }
            self.index += 1;
        }
        None
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, Some(self.list.len() - self.index))
    }
}
impl<T> IntoIterator for LinkedList<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;
    fn into_iter(self) -> IntoIter<T> {
        IntoIter { inner: self.items.into_iter() }
    }
}
impl<'a, T> IntoIterator for &'a LinkedList<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}
impl<'a, T> IntoIterator for &'a mut LinkedList<T> {
    type Item = &'a mut T;
    type IntoIter = IterMut<'a, T>;
    fn into_iter(self) -> IterMut<'a, T> {
        self.iter_mut()
    }
}
