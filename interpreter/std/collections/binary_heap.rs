//! `BinaryHeap`: a max-heap in a vector.

use crate::fmt;
use crate::ops::{Deref, DerefMut};

#[derive(Clone)]
#[with_allocator]
pub struct BinaryHeap<T> {
    data: Vec<T>,
}
impl<T> BinaryHeap<T> {
    #[must_use] pub const fn new() -> BinaryHeap<T> {
        BinaryHeap { data: Vec::new() }
    }
    #[must_use] pub fn with_capacity(capacity: usize) -> BinaryHeap<T> {
        BinaryHeap { data: Vec::with_capacity(capacity) }
    }
}
impl<T: Ord> BinaryHeap<T> {
    pub fn push(&mut self, item: T) {
        let at = self.data.len();
        self.data.push(item);
        self.sift_up(0, at);
    }
    pub fn pop(&mut self) -> Option<T> {
        let mut item = self.data.pop()?;
        if !self.data.is_empty() {
            crate::mem::swap(&mut item, &mut self.data[0]);
            self.sift_down_to_bottom();
        }
        Some(item)
    }
    pub fn peek_mut(&mut self) -> Option<PeekMut<'_, T>> {
        if self.data.is_empty() { None } else { Some(PeekMut { heap: self, changed: false }) }
    }
    #[must_use] pub fn into_sorted_vec(mut self) -> Vec<T> {
        let mut end = self.data.len();
        while end > 1 {
            end -= 1;
            self.data.swap(0, end);
            self.sift_down(0, end);
        }
        self.into_vec()
    }
    fn sift_up(&mut self, start: usize, mut at: usize) {
        while at > start {
            let parent = (at - 1) / 2;
            if self.data[at] <= self.data[parent] {
                break;
            }
            self.data.swap(at, parent);
            at = parent;
        }
    }
    fn sift_down(&mut self, mut at: usize, end: usize) {
        let mut child = 2 * at + 1;
        while child < end {
            if child + 1 < end && self.data[child] <= self.data[child + 1] {
                child += 1;
            }
            if self.data[at] >= self.data[child] {
                return;
            }
            self.data.swap(at, child);
            at = child;
            child = 2 * at + 1;
        }
    }
    fn sift_down_to_bottom(&mut self) {
        let end = self.data.len();
        let mut at = 0;
        let mut child = 1;
        while child < end {
            if child + 1 < end && self.data[child] <= self.data[child + 1] {
                child += 1;
            }
            self.data.swap(at, child);
            at = child;
            child = 2 * at + 1;
        }
        self.sift_up(0, at);
    }
    fn rebuild(&mut self) {
        let mut n = self.data.len() / 2;
        while n > 0 {
            n -= 1;
            let end = self.data.len();
            self.sift_down(n, end);
        }
    }
    pub fn append(&mut self, other: &mut BinaryHeap<T>) {
        self.data.append(&mut other.data);
        self.rebuild();
    }
    pub fn retain<F: FnMut(&T) -> bool>(&mut self, f: F) {
        self.data.retain(f);
        self.rebuild();
    }
}
impl<T> BinaryHeap<T> {
    #[must_use] pub fn peek(&self) -> Option<&T> {
        self.data.first()
    }
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { inner: self.data.iter() }
    }
    #[must_use] pub fn capacity(&self) -> usize {
        self.data.capacity()
    }
    pub fn reserve(&mut self, additional: usize) {
        self.data.reserve(additional)
    }
    pub fn reserve_exact(&mut self, additional: usize) {
        self.data.reserve_exact(additional)
    }
    pub fn try_reserve(&mut self, additional: usize) -> Result<(), crate::collections::TryReserveError> {
        crate::collections::try_capacity(self.len(), additional)?;
        self.reserve(additional);
        Ok(())
    }
    pub fn try_reserve_exact(&mut self, additional: usize) -> Result<(), crate::collections::TryReserveError> {
        crate::collections::try_capacity(self.len(), additional)?;
        self.reserve_exact(additional);
        Ok(())
    }
    pub fn shrink_to_fit(&mut self) {
        self.data.shrink_to_fit()
    }
    pub fn shrink_to(&mut self, min_capacity: usize) {
        self.data.shrink_to(min_capacity)
    }
    #[must_use] pub fn into_vec(self) -> Vec<T> {
        self.data
    }
    #[must_use] pub fn as_slice(&self) -> &[T] {
        self.data.as_slice()
    }
    #[must_use] pub fn len(&self) -> usize {
        self.data.len()
    }
    #[must_use] pub fn is_empty(&self) -> bool {
        self.data.is_empty()
    }
    pub fn clear(&mut self) {
        self.data.clear()
    }
    pub fn drain(&mut self) -> Drain<'_, T> {
        Drain { inner: self.data.drain(..) }
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
    Iter ['a] crate::slice::Iter<'a, T>, &'a T;
    IntoIter [] crate::vec::IntoIter<T>, T;
    Drain ['a] crate::vec::Drain<'a, T>, T;
}
/// What rustc's std has around the elements of each.
macro_rules! shown {
    ($($name:ident [$($life:lifetime)?] $f:ident $this:ident => $shown:expr;)*) => {
        $(impl<T: fmt::Debug> fmt::Debug for $name<$($life,)? T> {
            fn fmt(&self, $f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let $this = self;
                $shown.finish()
            }
        })*
    };
}
shown! {
    Iter ['_] f this => f.debug_tuple("Iter").field(&this.inner.as_slice());
    IntoIter [] f this => f.debug_tuple("IntoIter").field(&this.inner.as_slice());
    Drain ['_] f this => f.debug_struct("Drain").field("iter", &this.inner);
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
impl<T> Default for Iter<'_, T> {
    fn default() -> Self {
        Iter { inner: Default::default() }
    }
}
impl<T> Default for IntoIter<T> {
    fn default() -> Self {
        IntoIter { inner: Default::default() }
    }
}
pub struct PeekMut<'a, T: Ord> {
    heap: &'a mut BinaryHeap<T>,
    changed: bool,
}
impl<'a, T: Ord> PeekMut<'a, T> {
    pub fn pop(mut this: PeekMut<'a, T>) -> T {
        this.changed = false;
        match this.heap.pop() {
            Some(x) => x,
            None => crate::rt::panic_str("internal error: entered unreachable code"),
        }
    }
}
impl<T: Ord> Drop for PeekMut<'_, T> {
    fn drop(&mut self) {
        if self.changed {
            let end = self.heap.data.len();
            self.heap.sift_down(0, end);
        }
    }
}
impl<T: Ord> Deref for PeekMut<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.heap.data[0]
    }
}
impl<T: Ord> DerefMut for PeekMut<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        self.changed = true;
        &mut self.heap.data[0]
    }
}
impl<T: Ord + fmt::Debug> fmt::Debug for PeekMut<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("PeekMut").field(&self.heap.data[0]).finish()
    }
}
impl<T> Default for BinaryHeap<T> {
    fn default() -> BinaryHeap<T> {
        BinaryHeap::new()
    }
}
impl<T: fmt::Debug> fmt::Debug for BinaryHeap<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
impl<T: Ord> From<Vec<T>> for BinaryHeap<T> {
    fn from(vec: Vec<T>) -> BinaryHeap<T> {
        let mut heap = BinaryHeap { data: vec };
        heap.rebuild();
        heap
    }
}
impl<T: Ord, const N: usize> From<[T; N]> for BinaryHeap<T> {
    fn from(array: [T; N]) -> BinaryHeap<T> {
        BinaryHeap::from(Vec::from(array))
    }
}
impl<T> From<BinaryHeap<T>> for Vec<T> {
    fn from(heap: BinaryHeap<T>) -> Vec<T> {
        heap.data
    }
}
impl<T: Ord> FromIterator<T> for BinaryHeap<T> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> BinaryHeap<T> {
        BinaryHeap::from(iter.into_iter().collect::<Vec<T>>())
    }
}
impl<'a, T: 'a + Ord + Copy> Extend<&'a T> for BinaryHeap<T> {
    fn extend<I: IntoIterator<Item = &'a T>>(&mut self, iter: I) {
        self.extend(iter.into_iter().copied())
    }
}
impl<T: Ord> Extend<T> for BinaryHeap<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) {
        for x in iter {
            self.push(x);
        }
    }
}
impl<T> IntoIterator for BinaryHeap<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;
    fn into_iter(self) -> IntoIter<T> {
        IntoIter { inner: self.data.into_iter() }
    }
}
impl<'a, T> IntoIterator for &'a BinaryHeap<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}
