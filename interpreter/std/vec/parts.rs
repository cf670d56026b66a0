//! The iterators that take elements out of a vector.

use crate::alloc::{self, HeapPtr};
use crate::fmt;

/// The elements of a vector by value.
#[rustc_std_layout(32, 8, 1)]
#[with_allocator]
#[rustc_insignificant_dtor]
pub struct IntoIter<T> {
    pub(crate) buf: HeapPtr<T>,
    pub(crate) at: usize,
    pub(crate) end: usize,
}
impl<T> IntoIter<T> {
    pub fn as_slice(&self) -> &[T] {
        alloc::heap_slice(self.buf, self.at, self.end - self.at)
    }
    pub fn as_mut_slice(&mut self) -> &mut [T] {
        alloc::heap_slice(self.buf, self.at, self.end - self.at)
    }
}
impl<T> Iterator for IntoIter<T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        if self.at == self.end {
            None
        } else {
            let at = self.at;
            self.at += 1;
            Some(alloc::heap_take(self.buf, at))
        }
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let n = self.end - self.at;
        (n, Some(n))
    }
}
impl<T> DoubleEndedIterator for IntoIter<T> {
    fn next_back(&mut self) -> Option<T> {
        if self.at == self.end {
            None
        } else {
            self.end -= 1;
            Some(alloc::heap_take(self.buf, self.end))
        }
    }
}
impl<T> ExactSizeIterator for IntoIter<T> {}
impl<T> crate::iter::FusedIterator for IntoIter<T> {}
impl<T> Default for IntoIter<T> {
    fn default() -> Self {
        Vec::new().into_iter()
    }
}
impl<T> AsRef<[T]> for IntoIter<T> {
    fn as_ref(&self) -> &[T] {
        self.as_slice()
    }
}
unsafe impl<T: Send> Send for IntoIter<T> {}
unsafe impl<T: Sync> Sync for IntoIter<T> {}
impl<T: Clone> Clone for IntoIter<T> {
    fn clone(&self) -> Self {
        self.as_slice().to_vec().into_iter()
    }
}
impl<T: fmt::Debug> fmt::Debug for IntoIter<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("IntoIter").field(&self.as_slice()).finish()
    }
}
unsafe impl<#[may_dangle] T> Drop for IntoIter<T> {
    fn drop(&mut self) {
        unsafe { crate::ptr::drop_in_place(alloc::heap_slice(self.buf, self.at, self.end - self.at)) }
        alloc::heap_free(self.buf)
    }
}
/// `extract_if`: the elements between those taken and those not yet looked at are moved when it is dropped.
#[must_use] pub struct ExtractIf<'a, T, F> {
    pub(crate) vec: &'a mut Vec<T>,
    pub(crate) at: usize,
    pub(crate) end: usize,
    pub(crate) removed: usize,
    pub(crate) old_len: usize,
    pub(crate) filter: F,
}
impl<T, F: FnMut(&mut T) -> bool> Iterator for ExtractIf<'_, T, F> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        while self.at < self.end {
            let i = self.at;
            let taken = (self.filter)(&mut alloc::heap_slice(self.vec.buf, i, 1)[0]);
            self.at += 1;
            if taken {
                self.removed += 1;
                return Some(alloc::heap_take(self.vec.buf, i));
            } else if self.removed > 0 {
                alloc::heap_move(self.vec.buf, i, i - self.removed, 1);
            }
        }
        None
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, Some(self.end - self.at))
    }
}
impl<T: fmt::Debug, F> fmt::Debug for ExtractIf<'_, T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let next = alloc::heap_slice(self.vec.buf, self.at, if self.at < self.end { 1 } else { 0 });
        f.debug_struct("ExtractIf").field("peek", &next.first()).finish_non_exhaustive()
    }
}
impl<T, F> Drop for ExtractIf<'_, T, F> {
    fn drop(&mut self) {
        if self.removed > 0 {
            alloc::heap_move(self.vec.buf, self.at, self.at - self.removed, self.old_len - self.at);
        }
        self.vec.len = self.old_len - self.removed;
    }
}

/// The elements taken out of the middle of a vector.
#[with_allocator]
pub struct Drain<'a, T> {
    pub(crate) at: usize,
    pub(crate) end: usize,
    pub(crate) tail_start: usize,
    pub(crate) tail_len: usize,
    pub(crate) vec: &'a mut Vec<T>,
}
impl<'a, T> Drain<'a, T> {
    #[must_use] pub fn as_slice(&self) -> &[T] {
        alloc::heap_slice(self.vec.buf, self.at, self.end - self.at)
    }
}
impl<T> Iterator for Drain<'_, T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        if self.at == self.end {
            None
        } else {
            let at = self.at;
            self.at += 1;
            Some(alloc::heap_take(self.vec.buf, at))
        }
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let n = self.end - self.at;
        (n, Some(n))
    }
}
impl<T> DoubleEndedIterator for Drain<'_, T> {
    fn next_back(&mut self) -> Option<T> {
        if self.at == self.end {
            None
        } else {
            self.end -= 1;
            Some(alloc::heap_take(self.vec.buf, self.end))
        }
    }
}
impl<T> ExactSizeIterator for Drain<'_, T> {}
impl<T> crate::iter::FusedIterator for Drain<'_, T> {}
impl<T> AsRef<[T]> for Drain<'_, T> {
    fn as_ref(&self) -> &[T] {
        self.as_slice()
    }
}
impl<T: fmt::Debug> fmt::Debug for Drain<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Drain").field(&self.as_slice()).finish()
    }
}
impl<T> Drop for Drain<'_, T> {
    fn drop(&mut self) {
        let (at, end) = (self.at, self.end);
        self.at = end;
        let rest = alloc::heap_slice(self.vec.buf, at, end - at);
        let gap = CloseGap(self);
        unsafe { crate::ptr::drop_in_place(rest) }
    }
}
/// Moves what lies behind the drained elements to where they began, also when the drop of one panics.
struct CloseGap<'b, 'a, T>(&'b mut Drain<'a, T>);
impl<T> Drop for CloseGap<'_, '_, T> {
    fn drop(&mut self) {
        let drain = &mut *self.0;
        let start = drain.vec.len;
        if drain.tail_start != start {
            alloc::heap_move(drain.vec.buf, drain.tail_start, start, drain.tail_len);
        }
        drain.vec.len = start + drain.tail_len;
    }
}
/// What is taken out and what comes in its place, when the splice is dropped.
#[derive(Debug)]
pub struct Splice<'a, I: Iterator> {
    pub(crate) drain: Drain<'a, I::Item>,
    pub(crate) replace_with: I,
}
impl<I: Iterator> Iterator for Splice<'_, I> {
    type Item = I::Item;
    fn next(&mut self) -> Option<I::Item> {
        self.drain.next()
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.drain.size_hint()
    }
}
impl<I: Iterator> DoubleEndedIterator for Splice<'_, I> {
    fn next_back(&mut self) -> Option<I::Item> {
        self.drain.next_back()
    }
}
impl<I: Iterator> ExactSizeIterator for Splice<'_, I> {}
impl<I: Iterator> Drop for Splice<'_, I> {
    fn drop(&mut self) {
        self.drain.by_ref().for_each(drop);
        let drain = &mut self.drain;
        let count = crate::mem::replace(&mut drain.tail_len, 0);
        let buf = alloc::heap_buffer(count, "Vec");
        alloc::heap_move_to(drain.vec.buf, drain.tail_start, buf, 0, count);
        let mut tail = Vec::from_buffer(buf, count, count);
        drain.vec.extend(self.replace_with.by_ref());
        drain.vec.append(&mut tail);
    }
}

/// A vector from which elements are taken out one after the other: the first `done` have been looked at, of which `kept` stand at
/// its beginning, and `left` are still to come. Whatever happens, it closes the gap in the end.
pub(crate) struct Gap<'a, T> {
    pub(crate) vec: &'a mut Vec<T>,
    pub(crate) done: usize,
    pub(crate) kept: usize,
    pub(crate) left: usize,
}
impl<'a, T> Gap<'a, T> {
    pub(crate) fn next<'b>(&self) -> &'b mut T {
        &mut alloc::heap_slice(self.vec.buf, self.done, 1)[0]
    }
    /// What `next` gives is kept, or dropped.
    pub(crate) fn pass(&mut self, keep: bool) {
        let at = self.done;
        self.done += 1;
        self.left -= 1;
        if keep {
            if self.kept != at {
                alloc::heap_move(self.vec.buf, at, self.kept, 1);
            }
            self.kept += 1;
        } else {
            drop(alloc::heap_take(self.vec.buf, at));
        }
    }
}
impl<T> Drop for Gap<'_, T> {
    fn drop(&mut self) {
        if self.left > 0 && self.kept != self.done {
            alloc::heap_move(self.vec.buf, self.done, self.kept, self.left);
        }
        self.vec.len = self.kept + self.left;
    }
}
