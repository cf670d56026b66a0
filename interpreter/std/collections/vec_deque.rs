//! `VecDeque`: a ring buffer.

use crate::alloc::{self, HeapPtr};
use crate::cmp::Ordering;
use crate::fmt;
use crate::iter::FusedIterator;
use crate::ops::{self, Index, IndexMut, RangeBounds};

#[lang = "VecDeque"]
#[with_allocator]
pub struct VecDeque<T> {
    buf: HeapPtr<T>,
    #[rustc_layout_scalar_valid_range_end(0x7fff_ffff_ffff_ffff)]
    cap: usize,
    head: usize,
    len: usize,
}
#[intrinsic = "heap_empty"]
const fn empty<T>() -> HeapPtr<T>;

impl<T> VecDeque<T> {
    #[must_use] pub const fn new() -> VecDeque<T> {
        VecDeque { buf: empty(), cap: 0, head: 0, len: 0 }
    }
    #[must_use] pub fn with_capacity(capacity: usize) -> VecDeque<T> {
        VecDeque { buf: alloc::heap_buffer(capacity, "VecDeque"), cap: capacity, head: 0, len: 0 }
    }
    fn slot(&self, index: usize) -> usize {
        let at = self.head + index;
        if at >= self.cap { at - self.cap } else { at }
    }
    fn element<'a>(&self, index: usize) -> &'a mut T {
        &mut alloc::heap_slice(self.buf, self.slot(index), 1)[0]
    }
    /// Moves the elements to a new buffer of `cap` cells, the first one in front.
    fn move_to(&mut self, cap: usize) {
        let new = alloc::heap_buffer(cap, "VecDeque");
        let first = if self.head + self.len > self.cap { self.cap - self.head } else { self.len };
        alloc::heap_move_to(self.buf, self.head, new, 0, first);
        alloc::heap_move_to(self.buf, 0, new, first, self.len - first);
        alloc::heap_free(self.buf);
        self.buf = new;
        self.cap = cap;
        self.head = 0;
    }
    fn grow(&mut self) {
        if self.len == self.cap {
            self.move_to(if self.cap == 0 { 4 } else { self.cap * 2 });
        }
    }
    pub fn get(&self, index: usize) -> Option<&T> {
        if index < self.len { Some(self.element(index)) } else { None }
    }
    pub fn get_mut(&mut self, index: usize) -> Option<&mut T> {
        if index < self.len { Some(self.element(index)) } else { None }
    }
    #[track_caller]
    pub fn swap(&mut self, i: usize, j: usize) {
        assert!(i < self.len());
        assert!(j < self.len());
        crate::mem::swap(self.element(i), self.element(j))
    }
    pub fn capacity(&self) -> usize {
        self.cap
    }
    pub fn reserve(&mut self, additional: usize) {
        if self.len + additional > self.cap {
            let doubled = self.cap * 2;
            let needed = self.len + additional;
            self.move_to(if needed > doubled { needed } else { doubled });
        }
    }
    pub fn truncate(&mut self, len: usize) {
        while self.len > len {
            drop(self.pop_back());
        }
    }
    pub fn iter(&self) -> Iter<'_, T> {
        let (first, second) = self.pieces(0, self.len);
        Iter { i1: first.iter(), i2: second.iter() }
    }
    pub fn iter_mut(&mut self) -> IterMut<'_, T> {
        let (first, second) = self.pieces(0, self.len);
        IterMut { i1: first.iter_mut(), i2: second.iter_mut() }
    }
    pub fn make_contiguous(&mut self) -> &mut [T] {
        if self.head + self.len > self.cap {
            self.move_to(self.cap);
        }
        alloc::heap_slice(self.buf, self.head, self.len)
    }
    pub fn as_slices(&self) -> (&[T], &[T]) {
        let (first, second) = self.pieces(0, self.len);
        (first, second)
    }
    pub fn len(&self) -> usize {
        self.len
    }
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }
    pub fn clear(&mut self) {
        while let Some(x) = self.pop_front() {
            drop(x);
        }
        self.head = 0;
    }
    pub fn contains(&self, x: &T) -> bool
    where
        T: PartialEq<T>,
    {
        self.iter().any(|y| y == x)
    }
    pub fn front(&self) -> Option<&T> {
        self.get(0)
    }
    pub fn front_mut(&mut self) -> Option<&mut T> {
        self.get_mut(0)
    }
    pub fn back(&self) -> Option<&T> {
        if self.len == 0 { None } else { Some(self.element(self.len - 1)) }
    }
    pub fn back_mut(&mut self) -> Option<&mut T> {
        if self.len == 0 { None } else { Some(self.element(self.len - 1)) }
    }
    pub fn pop_front(&mut self) -> Option<T> {
        if self.len == 0 {
            return None;
        }
        let value = alloc::heap_take(self.buf, self.head);
        self.head = self.slot(1);
        self.len -= 1;
        Some(value)
    }
    pub fn pop_back(&mut self) -> Option<T> {
        if self.len == 0 {
            return None;
        }
        self.len -= 1;
        Some(alloc::heap_take(self.buf, self.slot(self.len)))
    }
    pub fn push_front(&mut self, value: T) {
        self.grow();
        self.head = if self.head == 0 { self.cap - 1 } else { self.head - 1 };
        self.len += 1;
        alloc::heap_put(self.buf, self.head, value);
    }
    pub fn push_back(&mut self, value: T) {
        self.grow();
        alloc::heap_put(self.buf, self.slot(self.len), value);
        self.len += 1;
    }
    #[track_caller]
    pub fn insert(&mut self, index: usize, value: T) {
        assert!(index <= self.len, "index out of bounds");
        self.push_back(value);
        let mut i = self.len - 1;
        while i > index {
            crate::mem::swap(self.element(i), self.element(i - 1));
            i -= 1;
        }
    }
    pub fn remove(&mut self, index: usize) -> Option<T> {
        if index >= self.len {
            return None;
        }
        let mut i = index;
        while i + 1 < self.len {
            crate::mem::swap(self.element(i), self.element(i + 1));
            i += 1;
        }
        self.pop_back()
    }
    #[track_caller]
    #[must_use] pub fn split_off(&mut self, at: usize) -> VecDeque<T> {
        assert!(at <= self.len, "`at` out of bounds");
        let mut other = VecDeque::with_capacity(self.len - at);
        while self.len > at {
            if let Some(x) = self.pop_back() {
                other.push_front(x);
            }
        }
        other
    }
    pub fn append(&mut self, other: &mut VecDeque<T>) {
        while let Some(x) = other.pop_front() {
            self.push_back(x);
        }
    }
    pub fn retain<F: FnMut(&T) -> bool>(&mut self, mut f: F) {
        let n = self.len;
        let mut i = 0;
        while i < n {
            if let Some(x) = self.pop_front() {
                if f(&x) {
                    self.push_back(x);
                }
            }
            i += 1;
        }
    }
    #[track_caller]
    pub fn rotate_left(&mut self, n: usize) {
        assert!(n <= self.len());
        let mut i = 0;
        while i < n {
            if let Some(x) = self.pop_front() {
                self.push_back(x);
            }
            i += 1;
        }
    }
    #[track_caller]
    pub fn rotate_right(&mut self, n: usize) {
        assert!(n <= self.len());
        let mut i = 0;
        while i < n {
            if let Some(x) = self.pop_back() {
                self.push_front(x);
            }
            i += 1;
        }
    }
    pub fn resize(&mut self, new_len: usize, value: T)
    where
        T: Clone,
    {
        while self.len < new_len {
            self.push_back(value.clone());
        }
        self.truncate(new_len);
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
    pub fn reserve_exact(&mut self, additional: usize) {
        self.reserve(additional)
    }
    pub fn shrink_to_fit(&mut self) {
        self.shrink_to(0)
    }
    pub fn shrink_to(&mut self, min_capacity: usize) {
        let target = if min_capacity > self.len { min_capacity } else { self.len };
        if target < self.cap {
            self.move_to(target);
        }
    }
    pub fn resize_with(&mut self, new_len: usize, mut generator: impl FnMut() -> T) {
        while self.len < new_len {
            self.push_back(generator());
        }
        self.truncate(new_len);
    }
    pub fn retain_mut<F: FnMut(&mut T) -> bool>(&mut self, mut f: F) {
        let n = self.len;
        let mut i = 0;
        while i < n {
            if let Some(mut x) = self.pop_front() {
                if f(&mut x) {
                    self.push_back(x);
                }
            }
            i += 1;
        }
    }
    pub fn pop_front_if(&mut self, predicate: impl FnOnce(&mut T) -> bool) -> Option<T> {
        if predicate(self.front_mut()?) { self.pop_front() } else { None }
    }
    pub fn pop_back_if(&mut self, predicate: impl FnOnce(&mut T) -> bool) -> Option<T> {
        if predicate(self.back_mut()?) { self.pop_back() } else { None }
    }
    #[must_use] pub fn push_front_mut(&mut self, value: T) -> &mut T {
        self.push_front(value);
        self.element(0)
    }
    #[must_use] pub fn push_back_mut(&mut self, value: T) -> &mut T {
        self.push_back(value);
        self.element(self.len - 1)
    }
    #[track_caller]
    #[must_use] pub fn insert_mut(&mut self, index: usize, value: T) -> &mut T {
        self.insert(index, value);
        self.element(index)
    }
    pub fn swap_remove_front(&mut self, index: usize) -> Option<T> {
        if index >= self.len {
            return None;
        }
        crate::mem::swap(self.element(index), self.element(0));
        self.pop_front()
    }
    pub fn swap_remove_back(&mut self, index: usize) -> Option<T> {
        if index >= self.len {
            return None;
        }
        crate::mem::swap(self.element(index), self.element(self.len - 1));
        self.pop_back()
    }
    pub fn as_mut_slices(&mut self) -> (&mut [T], &mut [T]) {
        self.pieces(0, self.len)
    }
    #[track_caller]
    pub fn range<R: RangeBounds<usize>>(&self, range: R) -> Iter<'_, T> {
        let range = ops::resolve_range(range, self.len);
        let (first, second) = self.pieces(range.start, range.end);
        Iter { i1: first.iter(), i2: second.iter() }
    }
    #[track_caller]
    pub fn range_mut<R: RangeBounds<usize>>(&mut self, range: R) -> IterMut<'_, T> {
        let range = ops::resolve_range(range, self.len);
        let (first, second) = self.pieces(range.start, range.end);
        IterMut { i1: first.iter_mut(), i2: second.iter_mut() }
    }
    /// Where elements `start..end` lie.
    fn pieces<'a>(&self, start: usize, end: usize) -> (&'a mut [T], &'a mut [T]) {
        let wrap = self.cap - self.head;
        if end <= wrap {
            (alloc::heap_slice(self.buf, self.head + start, end - start), alloc::heap_slice(self.buf, 0, 0))
        } else if start >= wrap {
            (alloc::heap_slice(self.buf, start - wrap, end - start), alloc::heap_slice(self.buf, 0, 0))
        } else {
            (alloc::heap_slice(self.buf, self.head + start, wrap - start), alloc::heap_slice(self.buf, 0, end - wrap))
        }
    }
    pub fn binary_search(&self, x: &T) -> Result<usize, usize>
    where
        T: Ord,
    {
        self.binary_search_by(|e| e.cmp(x))
    }
    pub fn binary_search_by<'a, F>(&'a self, mut f: F) -> Result<usize, usize>
    where
        F: FnMut(&'a T) -> Ordering,
    {
        let (mut low, mut high) = (0, self.len);
        while low < high {
            let middle = (low + high) / 2;
            match f(self.element(middle)) {
                Ordering::Less => low = middle + 1,
                Ordering::Equal => return Ok(middle),
                Ordering::Greater => high = middle,
            }
        }
        Err(low)
    }
    pub fn binary_search_by_key<'a, B, F>(&'a self, b: &B, mut f: F) -> Result<usize, usize>
    where
        F: FnMut(&'a T) -> B,
        B: Ord,
    {
        self.binary_search_by(|k| f(k).cmp(b))
    }
    pub fn partition_point<P: FnMut(&T) -> bool>(&self, mut pred: P) -> usize {
        match self.binary_search_by(|x| if pred(x) { Ordering::Less } else { Ordering::Greater }) {
            Ok(i) => i,
            Err(i) => i,
        }
    }
    #[track_caller]
    pub fn drain<R: RangeBounds<usize>>(&mut self, range: R) -> Drain<'_, T> {
        let range = ops::resolve_range(range, self.len);
        let mut tail = self.split_off(range.end);
        let middle = self.split_off(range.start);
        self.append(&mut tail);
        Drain { inner: middle.into_iter(), of: crate::marker::PhantomData }
    }
}
unsafe impl<#[may_dangle] T> Drop for VecDeque<T> {
    fn drop(&mut self) {
        let first = if self.head + self.len > self.cap { self.cap - self.head } else { self.len };
        unsafe {
            crate::ptr::drop_in_place(alloc::heap_slice(self.buf, self.head, first));
            crate::ptr::drop_in_place(alloc::heap_slice(self.buf, 0, self.len - first));
        }
        alloc::heap_free(self.buf)
    }
}
impl<T: Clone> Clone for VecDeque<T> {
    fn clone(&self) -> Self {
        self.iter().cloned().collect()
    }
}
impl<T> Default for VecDeque<T> {
    fn default() -> VecDeque<T> {
        VecDeque::new()
    }
}
impl<T: fmt::Debug> fmt::Debug for VecDeque<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
impl<T: PartialEq> PartialEq for VecDeque<T> {
    fn eq(&self, other: &VecDeque<T>) -> bool {
        self.len == other.len && self.iter().eq(other.iter())
    }
}
impl<T: Eq> Eq for VecDeque<T> {}
macro_rules! deque_eq {
    ($([$($vars:tt)*] $rhs:ty;)*) => {
        $(impl<T: PartialEq<U>, U, $($vars)*> PartialEq<$rhs> for VecDeque<T> {
            fn eq(&self, other: &$rhs) -> bool {
                self.len == other.len() && self.iter().zip(other.iter()).all(|(x, y)| *x == *y)
            }
        })*
    };
}
deque_eq! {
    [] Vec<U>;
    [] &[U];
    [] &mut [U];
    [const N: usize] [U; N];
    [const N: usize] &[U; N];
    [const N: usize] &mut [U; N];
}
impl<T: crate::hash::Hash> crate::hash::Hash for VecDeque<T> {
    fn hash<H: crate::hash::Hasher>(&self, state: &mut H) {
        state.write_usize(self.len);
        for x in self {
            x.hash(state);
        }
    }
}
impl<T: PartialOrd> PartialOrd for VecDeque<T> {
    fn partial_cmp(&self, other: &VecDeque<T>) -> Option<Ordering> {
        self.iter().partial_cmp(other.iter())
    }
}
impl<T: Ord> Ord for VecDeque<T> {
    fn cmp(&self, other: &VecDeque<T>) -> Ordering {
        self.iter().cmp(other.iter())
    }
}
impl<T> Index<usize> for VecDeque<T> {
    type Output = T;
    #[track_caller]
    fn index(&self, index: usize) -> &T {
        match self.get(index) {
            Some(x) => x,
            None => crate::rt::panic_str("Out of bounds access"),
        }
    }
}
impl<T> IndexMut<usize> for VecDeque<T> {
    #[track_caller]
    fn index_mut(&mut self, index: usize) -> &mut T {
        match self.get_mut(index) {
            Some(x) => x,
            None => crate::rt::panic_str("Out of bounds access"),
        }
    }
}
impl<T> FromIterator<T> for VecDeque<T> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> VecDeque<T> {
        let mut deque = VecDeque::new();
        deque.extend(iter);
        deque
    }
}
impl<T> Extend<T> for VecDeque<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) {
        for x in iter {
            self.push_back(x);
        }
    }
}
impl<'a, T: 'a + Copy> Extend<&'a T> for VecDeque<T> {
    fn extend<I: IntoIterator<Item = &'a T>>(&mut self, iter: I) {
        for x in iter {
            self.push_back(*x);
        }
    }
}
impl<T> From<Vec<T>> for VecDeque<T> {
    fn from(v: Vec<T>) -> VecDeque<T> {
        v.into_iter().collect()
    }
}
impl<T, const N: usize> From<[T; N]> for VecDeque<T> {
    fn from(array: [T; N]) -> VecDeque<T> {
        array.into_iter().collect()
    }
}
impl<T> From<VecDeque<T>> for Vec<T> {
    fn from(d: VecDeque<T>) -> Vec<T> {
        d.into_iter().collect()
    }
}
/// Over both pieces of the ring.
macro_rules! iterators {
    ($($name:ident $slice:ident $item:ty;)*) => {
        $(pub struct $name<'a, T> {
            i1: crate::slice::$slice<'a, T>,
            i2: crate::slice::$slice<'a, T>,
        }
        impl<'a, T> Iterator for $name<'a, T> {
            type Item = $item;
            fn next(&mut self) -> Option<$item> {
                match self.i1.next() {
                    None => self.i2.next(),
                    x => x,
                }
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                let n = self.i1.len() + self.i2.len();
                (n, Some(n))
            }
        }
        impl<'a, T> DoubleEndedIterator for $name<'a, T> {
            fn next_back(&mut self) -> Option<$item> {
                match self.i2.next_back() {
                    None => self.i1.next_back(),
                    x => x,
                }
            }
        }
        impl<T> ExactSizeIterator for $name<'_, T> {}
        impl<T> FusedIterator for $name<'_, T> {}
        impl<T> Default for $name<'_, T> {
            fn default() -> Self {
                $name { i1: Default::default(), i2: Default::default() }
            }
        }
        impl<T: fmt::Debug> fmt::Debug for $name<'_, T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple(stringify!($name)).field(&self.i1.as_slice()).field(&self.i2.as_slice()).finish()
            }
        })*
    };
}
iterators! { Iter Iter &'a T; IterMut IterMut &'a mut T; }
impl<T> Clone for Iter<'_, T> {
    fn clone(&self) -> Self {
        Iter { i1: self.i1.clone(), i2: self.i2.clone() }
    }
}
/// The elements of a range, already taken out.
#[with_allocator]
pub struct Drain<'a, T> {
    inner: IntoIter<T>,
    of: crate::marker::PhantomData<&'a mut VecDeque<T>>,
}
impl<T> Iterator for Drain<'_, T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        self.inner.next()
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.inner.size_hint()
    }
}
impl<T> DoubleEndedIterator for Drain<'_, T> {
    fn next_back(&mut self) -> Option<T> {
        self.inner.next_back()
    }
}
impl<T> ExactSizeIterator for Drain<'_, T> {}
impl<T> FusedIterator for Drain<'_, T> {}
impl<T> FusedIterator for IntoIter<T> {}
impl<T> Default for IntoIter<T> {
    fn default() -> Self {
        IntoIter { inner: VecDeque::new() }
    }
}
#[derive(Clone)]
#[with_allocator]
pub struct IntoIter<T> {
    pub(crate) inner: VecDeque<T>,
}
impl<T: fmt::Debug> fmt::Debug for IntoIter<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("IntoIter").field(&self.inner).finish()
    }
}
impl<T> Iterator for IntoIter<T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        self.inner.pop_front()
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.inner.len, Some(self.inner.len))
    }
}
impl<T> DoubleEndedIterator for IntoIter<T> {
    fn next_back(&mut self) -> Option<T> {
        self.inner.pop_back()
    }
}
impl<T> ExactSizeIterator for IntoIter<T> {}
impl<T> IntoIterator for VecDeque<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;
    fn into_iter(self) -> IntoIter<T> {
        IntoIter { inner: self }
    }
}
impl<'a, T> IntoIterator for &'a VecDeque<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}
impl<'a, T> IntoIterator for &'a mut VecDeque<T> {
    type Item = &'a mut T;
    type IntoIter = IterMut<'a, T>;
    fn into_iter(self) -> IterMut<'a, T> {
        self.iter_mut()
    }
}
