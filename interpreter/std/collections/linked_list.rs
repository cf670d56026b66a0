//! `LinkedList`, over a ring buffer: the same order of elements and of drops.

use crate::cmp::Ordering;
use crate::collections::VecDeque;
use crate::fmt;

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct LinkedList<T> {
    items: VecDeque<T>,
}
impl<T> LinkedList<T> {
    pub const fn new() -> LinkedList<T> {
        LinkedList { items: VecDeque::new() }
    }
    pub fn append(&mut self, other: &mut LinkedList<T>) {
        self.items.append(&mut other.items)
    }
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + ExactSizeIterator {
        self.items.iter()
    }
    pub fn iter_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut T> {
        self.items.iter_mut()
    }
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
    pub fn len(&self) -> usize {
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
    pub fn front(&self) -> Option<&T> {
        self.items.front()
    }
    pub fn front_mut(&mut self) -> Option<&mut T> {
        self.items.front_mut()
    }
    pub fn back(&self) -> Option<&T> {
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
    #[track_caller]
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
impl<T> IntoIterator for LinkedList<T> {
    type Item = T;
    type IntoIter = <VecDeque<T> as IntoIterator>::IntoIter;
    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}
impl<'a, T> IntoIterator for &'a LinkedList<T> {
    type Item = &'a T;
    type IntoIter = <&'a VecDeque<T> as IntoIterator>::IntoIter;
    fn into_iter(self) -> Self::IntoIter {
        (&self.items).into_iter()
    }
}
impl<'a, T> IntoIterator for &'a mut LinkedList<T> {
    type Item = &'a mut T;
    type IntoIter = <&'a mut VecDeque<T> as IntoIterator>::IntoIter;
    fn into_iter(self) -> Self::IntoIter {
        (&mut self.items).into_iter()
    }
}
