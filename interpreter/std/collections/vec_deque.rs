//! `VecDeque`: a ring buffer.

use crate::alloc::{self, HeapPtr};
use crate::cmp::Ordering;
use crate::fmt;
use crate::iter::FusedIterator;
use crate::ops::{self, Index, IndexMut, RangeBounds};

#[lang = "VecDeque"]
#[with_allocator]
#[rustc_insignificant_dtor]
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
    #[panics_at = "alloc/src/raw_vec/mod.rs:28:5"]
    #[must_use] pub fn with_capacity(capacity: usize) -> VecDeque<T> {
        VecDeque { buf: alloc::heap_buffer(capacity, "VecDeque"), cap: capacity, head: 0, len: 0 }
    }
    /// The cell of element `index` (std: `to_physical_idx`).
    fn slot(&self, index: usize) -> usize {
        let at = self.head + index;
        if at >= self.cap { at - self.cap } else { at }
    }
    fn element<'a>(&self, index: usize) -> &'a mut T {
        &mut alloc::heap_slice(self.buf, self.slot(index), 1)[0]
    }
    fn is_contiguous(&self) -> bool {
        self.head <= self.cap - self.len
    }
    /// Moves `len` cells from `src` on to `dst` on; both may go round the end of the buffer, and overlap (std: `wrap_copy`).
    fn wrap_move(&self, src: usize, dst: usize, len: usize) {
        if src == dst || len == 0 {
            return;
        }
        let dst_after_src = (if dst >= src { dst - src } else { self.cap - src + dst }) < len;
        let src_left = self.cap - src;
        let dst_left = self.cap - dst;
        let (first, second) = if src_left < dst_left { (src_left, dst_left) } else { (dst_left, src_left) };
        // Up to three runs between the ends: the last one goes first where the target begins within the source.
        let first = if first < len { first } else { len };
        let second = if second < len { second } else { len };
        let runs = [(0, first), (first, second), (second, len)];
        let mut i = 0;
        while i < 3 {
            let (from, to) = runs[if dst_after_src { 2 - i } else { i }];
            if from < to {
                let source = if src + from >= self.cap { src + from - self.cap } else { src + from };
                let target = if dst + from >= self.cap { dst + from - self.cap } else { dst + from };
                alloc::heap_move(self.buf, source, target, to - from);
            }
            i += 1;
        }
    }
    /// A larger buffer, with the shorter part of a ring that goes round its end moved (std: `handle_capacity_increase`).
    #[panics_at = "alloc/src/raw_vec/mod.rs:28:5"]
    fn grow_to(&mut self, cap: usize) {
        let old = self.cap;
        self.buf = alloc::heap_grow(self.buf, cap, "VecDeque");
        self.cap = cap;
        if self.head > old - self.len {
            let head_len = old - self.head;
            let tail_len = self.len - head_len;
            if head_len > tail_len && cap - old >= tail_len {
                alloc::heap_move(self.buf, 0, old, tail_len);
            } else {
                let head = cap - head_len;
                alloc::heap_move(self.buf, self.head, head, head_len);
                self.head = head;
            }
        }
    }
    #[panics_at = "alloc/src/collections/vec_deque/mod.rs:1049:56"]
    fn grow_for(&mut self, additional: usize) {
        let needed = self.len.checked_add(additional).expect("capacity overflow");
        if needed > self.cap {
            self.grow_to(crate::vec::amortized_capacity::<T>(self.cap, needed));
        }
    }
    pub fn get(&self, index: usize) -> Option<&T> {
        if index < self.len { Some(self.element(index)) } else { None }
    }
    pub fn get_mut(&mut self, index: usize) -> Option<&mut T> {
        if index < self.len { Some(self.element(index)) } else { None }
    }
    #[panics_at = "alloc/src/collections/vec_deque/mod.rs:972:9"]
    pub fn swap(&mut self, i: usize, j: usize) {
        assert!(i < self.len());
        assert!(j < self.len());
        crate::mem::swap(self.element(i), self.element(j))
    }
    pub fn capacity(&self) -> usize {
        if crate::mem::size_of::<T>() == 0 { usize::MAX } else { self.cap }
    }
    pub fn reserve(&mut self, additional: usize) {
        self.grow_for(additional)
    }
    #[panics_at = "alloc/src/collections/vec_deque/mod.rs:1017:62"]
    pub fn reserve_exact(&mut self, additional: usize) {
        let needed = self.len.checked_add(additional).expect("capacity overflow");
        if needed > self.cap {
            self.grow_to(needed);
        }
    }
    pub fn truncate(&mut self, len: usize) {
        if len < self.len {
            let (front, back) = self.pieces(len, self.len);
            self.len = len;
            let back = DropLater(back);
            unsafe { crate::ptr::drop_in_place(front) }
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
        if !self.is_contiguous() {
            let (cap, head, len) = (self.cap, self.head, self.len);
            let free = cap - len;
            let head_len = cap - head;
            let tail_len = len - head_len;
            if free >= head_len {
                alloc::heap_move(self.buf, 0, head_len, tail_len);
                alloc::heap_move(self.buf, head, 0, head_len);
                self.head = 0;
            } else if free >= tail_len {
                alloc::heap_move(self.buf, head, tail_len, head_len);
                alloc::heap_move(self.buf, 0, tail_len + head_len, tail_len);
                self.head = tail_len;
            } else if head_len > tail_len {
                alloc::heap_move(self.buf, 0, free, tail_len);
                alloc::heap_slice(self.buf, free, len).rotate_left(tail_len);
                self.head = free;
            } else {
                alloc::heap_move(self.buf, head, tail_len, head_len);
                alloc::heap_slice(self.buf, 0, len).rotate_right(head_len);
                self.head = 0;
            }
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
        self.truncate(0);
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
        self.grow_for(1);
        self.head = if self.head == 0 { self.cap - 1 } else { self.head - 1 };
        self.len += 1;
        alloc::heap_put(self.buf, self.head, value);
    }
    pub fn push_back(&mut self, value: T) {
        self.grow_for(1);
        alloc::heap_put(self.buf, self.slot(self.len), value);
        self.len += 1;
    }
    #[panics_at = "alloc/src/collections/vec_deque/mod.rs:2431:9"]
    pub fn insert(&mut self, index: usize, value: T) {
        assert!(index <= self.len, "index out of bounds");
        self.grow_for(1);
        let after = self.len - index;
        if after < index {
            self.wrap_move(self.slot(index), self.slot(index + 1), after);
        } else {
            let old = self.head;
            self.head = if old == 0 { self.cap - 1 } else { old - 1 };
            self.wrap_move(old, self.head, index);
        }
        alloc::heap_put(self.buf, self.slot(index), value);
        self.len += 1;
    }
    pub fn remove(&mut self, index: usize) -> Option<T> {
        if index >= self.len {
            return None;
        }
        let at = self.slot(index);
        let value = alloc::heap_take(self.buf, at);
        let after = self.len - index - 1;
        if after < index {
            self.wrap_move(self.slot(index + 1), at, after);
        } else {
            let old = self.head;
            self.head = self.slot(1);
            self.wrap_move(old, self.head, index);
        }
        self.len -= 1;
        Some(value)
    }
    /// Moves all elements of `pieces` (of another buffer) behind the last one; there is room for them.
    fn take_in(&mut self, from: HeapPtr<T>, start: usize, len: usize) {
        let at = self.slot(self.len);
        let before_end = self.cap - at;
        let first = if len < before_end { len } else { before_end };
        alloc::heap_move_to(from, start, self.buf, at, first);
        alloc::heap_move_to(from, start + first, self.buf, 0, len - first);
        self.len += len;
    }
    #[panics_at = "alloc/src/collections/vec_deque/mod.rs:2539:9"]
    #[must_use] pub fn split_off(&mut self, at: usize) -> VecDeque<T> {
        assert!(at <= self.len, "`at` out of bounds");
        let count = self.len - at;
        let mut other = VecDeque::with_capacity(count);
        if count > 0 {
            let start = self.slot(at);
            let before_end = self.cap - start;
            let first = if count < before_end { count } else { before_end };
            other.take_in(self.buf, start, first);
            other.take_in(self.buf, 0, count - first);
            self.len = at;
        }
        other
    }
    #[track_caller]
    pub fn append(&mut self, other: &mut VecDeque<T>) {
        self.grow_for(other.len);
        let before_end = other.cap - other.head;
        let first = if other.len < before_end { other.len } else { before_end };
        self.take_in(other.buf, other.head, first);
        self.take_in(other.buf, 0, other.len - first);
        other.len = 0;
        other.head = 0;
    }
    pub fn retain<F: FnMut(&T) -> bool>(&mut self, mut f: F) {
        self.retain_mut(|element| f(element))
    }
    pub fn retain_mut<F: FnMut(&mut T) -> bool>(&mut self, mut f: F) {
        let len = self.len;
        let mut kept = 0;
        let mut at = 0;
        while at < len {
            if f(self.element(at)) {
                if kept != at {
                    self.swap(kept, at);
                }
                kept += 1;
            }
            at += 1;
        }
        if at != kept {
            self.truncate(kept);
        }
    }
    #[panics_at = "alloc/src/collections/vec_deque/mod.rs:2986:9"]
    pub fn rotate_left(&mut self, n: usize) {
        assert!(n <= self.len());
        let rest = self.len - n;
        if n <= rest { self.turn_left(n) } else { self.turn_right(rest) }
    }
    #[panics_at = "alloc/src/collections/vec_deque/mod.rs:3029:9"]
    pub fn rotate_right(&mut self, n: usize) {
        assert!(n <= self.len());
        let rest = self.len - n;
        if n <= rest { self.turn_right(n) } else { self.turn_left(rest) }
    }
    fn turn_left(&mut self, n: usize) {
        self.wrap_move(self.head, self.slot(self.len), n);
        self.head = self.slot(n);
    }
    fn turn_right(&mut self, n: usize) {
        self.head = if self.head < n { self.head + self.cap - n } else { self.head - n };
        self.wrap_move(self.slot(self.len), self.head, n);
    }
    pub fn resize(&mut self, new_len: usize, value: T)
    where
        T: Clone,
    {
        if new_len > self.len {
            self.extend(crate::iter::repeat_n(value, new_len - self.len))
        } else {
            self.truncate(new_len)
        }
    }
    pub fn resize_with(&mut self, new_len: usize, mut generator: impl FnMut() -> T) {
        if new_len > self.len {
            self.extend(crate::iter::repeat_with(generator).take(new_len - self.len))
        } else {
            self.truncate(new_len)
        }
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
        self.shrink_to(0)
    }
    pub fn shrink_to(&mut self, min_capacity: usize) {
        let target = if min_capacity > self.len { min_capacity } else { self.len };
        if target >= self.cap {
            return;
        }
        let end = self.head + self.len;
        let outside = end > target && end <= self.cap;
        if self.len == 0 {
            self.head = 0;
        } else if self.head >= target && outside {
            alloc::heap_move(self.buf, self.head, 0, self.len);
            self.head = 0;
        } else if outside {
            alloc::heap_move(self.buf, target, 0, end - target);
        } else if !self.is_contiguous() {
            let head_len = self.cap - self.head;
            alloc::heap_move(self.buf, self.head, target - head_len, head_len);
            self.head = target - head_len;
        }
        self.buf = alloc::heap_grow(self.buf, target, "VecDeque");
        self.cap = target;
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
        let (front, back) = self.as_slices();
        match back.first().map(|elem| f(elem)) {
            Some(Ordering::Equal) => Ok(front.len()),
            Some(Ordering::Less) => match back.binary_search_by(f) {
                Ok(i) => Ok(i + front.len()),
                Err(i) => Err(i + front.len()),
            },
            _ => front.binary_search_by(f),
        }
    }
    pub fn binary_search_by_key<'a, B, F>(&'a self, b: &B, mut f: F) -> Result<usize, usize>
    where
        F: FnMut(&'a T) -> B,
        B: Ord,
    {
        self.binary_search_by(|k| f(k).cmp(b))
    }
    pub fn partition_point<P: FnMut(&T) -> bool>(&self, mut pred: P) -> usize {
        let (front, back) = self.as_slices();
        match back.first() {
            Some(x) if pred(x) => back.partition_point(pred) + front.len(),
            _ => front.partition_point(pred),
        }
    }
    #[track_caller]
    pub fn drain<R: RangeBounds<usize>>(&mut self, range: R) -> Drain<'_, T> {
        let range = ops::resolve_range(range, self.len);
        let count = range.end - range.start;
        let new_len = self.len - count;
        self.len = range.start;
        Drain { deque: self, count, next: range.start, remaining: count, new_len }
    }
}
/// Drops what lies behind the end of a ring after what lies before it, also when that panics.
struct DropLater<'a, T>(&'a mut [T]);
impl<T> Drop for DropLater<'_, T> {
    fn drop(&mut self) {
        unsafe { crate::ptr::drop_in_place(self.0) }
    }
}
unsafe impl<#[may_dangle] T> Drop for VecDeque<T> {
    fn drop(&mut self) {
        let (front, back) = self.pieces(0, self.len);
        let buffer = FreeLater(self.buf);
        let back = DropLater(back);
        unsafe { crate::ptr::drop_in_place(front) }
    }
}
struct FreeLater<T>(HeapPtr<T>);
impl<T> Drop for FreeLater<T> {
    fn drop(&mut self) {
        alloc::heap_free(self.0)
    }
}
impl<T: Clone> Clone for VecDeque<T> {
    fn clone(&self) -> Self {
        let mut deque = VecDeque::with_capacity(self.len);
        deque.extend(self.iter().cloned());
        deque
    }
    fn clone_from(&mut self, source: &Self) {
        self.clear();
        self.extend(source.iter().cloned());
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
        VecDeque::from(Vec::from_iter(iter))
    }
}
impl<T> Extend<T> for VecDeque<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) {
        let mut iter = iter.into_iter();
        let (least, most) = iter.size_hint();
        if most == Some(least) {
            self.grow_for(least);
        }
        while let Some(x) = iter.next() {
            if self.len == self.cap {
                self.grow_for(iter.size_hint().0.saturating_add(1));
            }
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
        let (buf, cap, len) = v.into_buffer();
        VecDeque { buf, cap, head: 0, len }
    }
}
impl<T, const N: usize> From<[T; N]> for VecDeque<T> {
    fn from(array: [T; N]) -> VecDeque<T> {
        VecDeque::from(Vec::from(array))
    }
}
impl<T> From<VecDeque<T>> for Vec<T> {
    fn from(mut deque: VecDeque<T>) -> Vec<T> {
        deque.make_contiguous();
        if deque.head != 0 {
            alloc::heap_move(deque.buf, deque.head, 0, deque.len);
        }
        let vec = Vec::from_buffer(deque.buf, deque.cap, deque.len);
        crate::mem::forget(deque);
        vec
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
impl<T> IterMut<'_, T> {
    /// What is left, shared.
    pub(crate) fn rest(&self) -> Iter<'_, T> {
        Iter { i1: self.i1.as_slice().iter(), i2: self.i2.as_slice().iter() }
    }
}
impl<T> Clone for Iter<'_, T> {
    fn clone(&self) -> Self {
        Iter { i1: self.i1.clone(), i2: self.i2.clone() }
    }
}
/// The `count` elements of a range that are taken out: `remaining` of them from `next` on are still there. The gap is closed in
/// the end.
#[with_allocator]
pub struct Drain<'a, T> {
    deque: &'a mut VecDeque<T>,
    count: usize,
    next: usize,
    remaining: usize,
    new_len: usize,
}
impl<T> Drain<'_, T> {
    fn rest<'b>(&self) -> (&'b mut [T], &'b mut [T]) {
        self.deque.pieces(self.next, self.next + self.remaining)
    }
}
impl<T> Iterator for Drain<'_, T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        if self.remaining == 0 {
            return None;
        }
        let at = self.deque.slot(self.next);
        self.next += 1;
        self.remaining -= 1;
        Some(alloc::heap_take(self.deque.buf, at))
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.remaining, Some(self.remaining))
    }
}
impl<T> DoubleEndedIterator for Drain<'_, T> {
    fn next_back(&mut self) -> Option<T> {
        if self.remaining == 0 {
            return None;
        }
        self.remaining -= 1;
        Some(alloc::heap_take(self.deque.buf, self.deque.slot(self.next + self.remaining)))
    }
}
impl<T> ExactSizeIterator for Drain<'_, T> {}
impl<T> FusedIterator for Drain<'_, T> {}
impl<T: fmt::Debug> fmt::Debug for Drain<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tail = self.new_len - self.deque.len;
        f.debug_tuple("Drain").field(&self.count).field(&self.next).field(&tail).field(&self.remaining).finish()
    }
}
impl<T> Drop for Drain<'_, T> {
    fn drop(&mut self) {
        let (front, back) = self.rest();
        let gap = CloseGap(self);
        let back = DropLater(back);
        unsafe { crate::ptr::drop_in_place(front) }
    }
}
struct CloseGap<'b, 'a, T>(&'b mut Drain<'a, T>);
impl<T> Drop for CloseGap<'_, '_, T> {
    fn drop(&mut self) {
        let (count, new_len) = (self.0.count, self.0.new_len);
        let deque = &mut *self.0.deque;
        let head_len = deque.len;
        let tail_len = new_len - head_len;
        if head_len < tail_len {
            deque.wrap_move(deque.head, deque.slot(count), head_len);
        } else {
            deque.wrap_move(deque.slot(head_len + count), deque.slot(head_len), tail_len);
        }
        if new_len == 0 {
            deque.head = 0;
        } else if head_len < tail_len {
            deque.head = deque.slot(count);
        }
        deque.len = new_len;
    }
}
impl<T> FusedIterator for IntoIter<T> {}
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
