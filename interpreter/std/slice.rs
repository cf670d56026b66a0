//! `std::slice`: iterators, indexing, sorting; the methods of slices are in slice_impl.rs.

use crate::fmt;

pub(crate) mod split;

pub use split::{
    ChunkByMut, ChunksExactMut, RChunksExact, RChunksExactMut, RChunksMut, RSplit, SplitInclusive, SplitInclusiveMut, SplitMut, SplitN,
};

#[intrinsic = "slice_from_ref"]
pub const fn from_ref<T>(s: &T) -> &[T];
#[intrinsic = "slice_from_ref"]
pub const fn from_mut<T>(s: &mut T) -> &mut [T];
#[intrinsic = "slice_len"]
pub(crate) const fn len<T>(s: &[T]) -> usize;
/// Elements `start..end`, which are known to be there.
#[intrinsic = "slice_sub"]
pub(crate) const fn sub<T>(s: &[T], start: usize, end: usize) -> &[T];
#[intrinsic = "slice_sub"]
pub(crate) const fn sub_mut<'a, T>(s: *mut [T], start: usize, end: usize) -> &'a mut [T];
/// Element `index`, which is known to be there.
#[intrinsic = "slice_element"]
pub(crate) const fn element<'a, T>(s: &'a [T], index: usize) -> &'a T;
#[intrinsic = "slice_element"]
pub(crate) const fn element_mut<'a, T>(s: *mut [T], index: usize) -> &'a mut T;
#[intrinsic = "slice_swap"]
pub(crate) fn swap<T>(s: &mut [T], a: usize, b: usize);
#[intrinsic = "slice_reverse"]
pub(crate) fn reverse<T>(s: &mut [T]);
#[intrinsic = "slice_rotate_left"]
pub(crate) fn rotate_left<T>(s: &mut [T], mid: usize);
/// The value of an element, which stays where it is: the caller must forget one of the two.
#[intrinsic = "slice_read"]
pub(crate) fn read<T>(s: &[T], index: usize) -> T;

#[intrinsic = "slice_from_parts"]
pub const unsafe fn from_raw_parts<'a, T>(data: *const T, len: usize) -> &'a [T];
#[intrinsic = "slice_from_parts"]
pub const unsafe fn from_raw_parts_mut<'a, T>(data: *mut T, len: usize) -> &'a mut [T];
/// The elements from the start of `s` as an array; they are known to be there.
pub(crate) const fn array_of<T, const N: usize>(s: &[T]) -> &[T; N] {
    unsafe { &*(s.as_ptr() as *const [T; N]) }
}
pub(crate) const fn array_of_mut<T, const N: usize>(s: &mut [T]) -> &mut [T; N] {
    unsafe { &mut *(s.as_mut_ptr() as *mut [T; N]) }
}

/// What `vec![a, b, c]` calls.
#[lang = "slice_into_vec"]
pub fn into_vec<T>(b: Box<[T]>) -> Vec<T> {
    b.into_vec()
}

#[rustc_on_unimplemented(
    on(T = "str", label = "string indices are ranges of `usize`"),
    on(
        all(any(T = "str", T = "&str", T = "String"), Self = "{integer}"),
        note = "you can use `.chars().nth()` or `.bytes().nth()`\nfor more information, see chapter 8 in The Book: <https://doc.rust-lang.org/book/ch08-02-strings.html#indexing-into-strings>"
    ),
    message = "the type `{T}` cannot be indexed by `{Self}`",
    label = "slice indices are of type `usize` or ranges of `usize`"
)]
pub trait SliceIndex<T: ?Sized> {
    type Output: ?Sized;
    fn get(self, slice: &T) -> Option<&Self::Output>;
    fn get_mut(self, slice: &mut T) -> Option<&mut Self::Output>;
    #[track_caller]
    fn index(self, slice: &T) -> &Self::Output;
    #[track_caller]
    fn index_mut(self, slice: &mut T) -> &mut Self::Output;
}

pub trait Concat<Item: ?Sized> {
    type Output;
    fn concat(slice: &Self) -> Self::Output;
}
pub trait Join<Separator> {
    type Output;
    fn join(slice: &Self, sep: Separator) -> Self::Output;
}

pub struct Iter<'a, T> {
    slice: &'a [T],
    at: usize,
    end: usize,
}
impl<'a, T> Iter<'a, T> {
    pub(crate) fn new(slice: &'a [T]) -> Iter<'a, T> {
        Iter { slice, at: 0, end: slice.len() }
    }
    pub fn as_slice(&self) -> &'a [T] {
        sub(self.slice, self.at, self.end)
    }
}
impl<'a, T> Iterator for Iter<'a, T> {
    type Item = &'a T;
    fn next(&mut self) -> Option<&'a T> {
        if self.at == self.end {
            None
        } else {
            let at = self.at;
            self.at += 1;
            Some(element(self.slice, at))
        }
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let n = self.end - self.at;
        (n, Some(n))
    }
    fn count(self) -> usize {
        self.end - self.at
    }
    fn nth(&mut self, n: usize) -> Option<&'a T> {
        if n >= self.end - self.at {
            self.at = self.end;
            None
        } else {
            self.at += n;
            self.next()
        }
    }
}
impl<'a, T> DoubleEndedIterator for Iter<'a, T> {
    fn next_back(&mut self) -> Option<&'a T> {
        if self.at == self.end {
            None
        } else {
            self.end -= 1;
            Some(element(self.slice, self.end))
        }
    }
}
impl<T> ExactSizeIterator for Iter<'_, T> {}
impl<T> crate::iter::FusedIterator for Iter<'_, T> {}
impl<T> Clone for Iter<'_, T> {
    fn clone(&self) -> Self {
        Iter { slice: self.slice, at: self.at, end: self.end }
    }
}
impl<T: fmt::Debug> fmt::Debug for Iter<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Iter").field(&self.as_slice()).finish()
    }
}
impl<T> AsRef<[T]> for Iter<'_, T> {
    fn as_ref(&self) -> &[T] {
        self.as_slice()
    }
}

pub struct IterMut<'a, T> {
    slice: *mut [T],
    at: usize,
    end: usize,
    marker: crate::marker::PhantomData<&'a mut T>,
}
unsafe impl<T: Send> Send for IterMut<'_, T> {}
unsafe impl<T: Sync> Sync for IterMut<'_, T> {}
impl<'a, T> IterMut<'a, T> {
    pub(crate) fn new(slice: &'a mut [T]) -> IterMut<'a, T> {
        let end = slice.len();
        IterMut { slice, at: 0, end, marker: crate::marker::PhantomData }
    }
    pub fn into_slice(self) -> &'a mut [T] {
        sub_mut(self.slice, self.at, self.end)
    }
}
impl<'a, T> Iterator for IterMut<'a, T> {
    type Item = &'a mut T;
    fn next(&mut self) -> Option<&'a mut T> {
        if self.at == self.end {
            None
        } else {
            let at = self.at;
            self.at += 1;
            Some(element_mut(self.slice, at))
        }
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let n = self.end - self.at;
        (n, Some(n))
    }
}
impl<'a, T> DoubleEndedIterator for IterMut<'a, T> {
    fn next_back(&mut self) -> Option<&'a mut T> {
        if self.at == self.end {
            None
        } else {
            self.end -= 1;
            Some(element_mut(self.slice, self.end))
        }
    }
}
impl<T> ExactSizeIterator for IterMut<'_, T> {}

/// `windows`.
#[derive(Clone)]
pub struct Windows<'a, T> {
    v: &'a [T],
    size: usize,
}
impl<'a, T> Iterator for Windows<'a, T> {
    type Item = &'a [T];
    fn next(&mut self) -> Option<&'a [T]> {
        if self.size > self.v.len() {
            None
        } else {
            let window = sub(self.v, 0, self.size);
            self.v = sub(self.v, 1, self.v.len());
            Some(window)
        }
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let n = if self.size > self.v.len() { 0 } else { self.v.len() - self.size + 1 };
        (n, Some(n))
    }
}
impl<'a, T> DoubleEndedIterator for Windows<'a, T> {
    fn next_back(&mut self) -> Option<&'a [T]> {
        let n = self.v.len();
        if self.size > n {
            None
        } else {
            let window = sub(self.v, n - self.size, n);
            self.v = sub(self.v, 0, n - 1);
            Some(window)
        }
    }
}
impl<T> ExactSizeIterator for Windows<'_, T> {}

/// `chunks` (the last may be short) and `chunks_exact` (the rest is left out).
#[derive(Clone)]
pub struct Chunks<'a, T> {
    v: &'a [T],
    size: usize,
}
impl<'a, T> Iterator for Chunks<'a, T> {
    type Item = &'a [T];
    fn next(&mut self) -> Option<&'a [T]> {
        let n = self.v.len();
        if n == 0 {
            None
        } else {
            let size = if self.size < n { self.size } else { n };
            let chunk = sub(self.v, 0, size);
            self.v = sub(self.v, size, n);
            Some(chunk)
        }
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let n = (self.v.len() + self.size - 1) / self.size;
        (n, Some(n))
    }
}
impl<'a, T> DoubleEndedIterator for Chunks<'a, T> {
    fn next_back(&mut self) -> Option<&'a [T]> {
        let n = self.v.len();
        if n == 0 {
            None
        } else {
            let over = n % self.size;
            let size = if over == 0 { self.size } else { over };
            let chunk = sub(self.v, n - size, n);
            self.v = sub(self.v, 0, n - size);
            Some(chunk)
        }
    }
}
impl<T> ExactSizeIterator for Chunks<'_, T> {}
#[derive(Clone)]
pub struct ChunksExact<'a, T> {
    inner: Chunks<'a, T>,
    rest: &'a [T],
}
impl<'a, T> ChunksExact<'a, T> {
    pub fn remainder(&self) -> &'a [T] {
        self.rest
    }
}
impl<'a, T> Iterator for ChunksExact<'a, T> {
    type Item = &'a [T];
    fn next(&mut self) -> Option<&'a [T]> {
        self.inner.next()
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.inner.size_hint()
    }
}
impl<T> ExactSizeIterator for ChunksExact<'_, T> {}
pub struct ChunksMut<'a, T> {
    v: &'a mut [T],
    size: usize,
}
impl<'a, T> Iterator for ChunksMut<'a, T> {
    type Item = &'a mut [T];
    fn next(&mut self) -> Option<&'a mut [T]> {
        let n = self.v.len();
        if n == 0 {
            None
        } else {
            let size = if self.size < n { self.size } else { n };
            let all: *mut [T] = &mut *self.v;
            self.v = sub_mut(all, size, n);
            Some(sub_mut(all, 0, size))
        }
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let n = (self.v.len() + self.size - 1) / self.size;
        (n, Some(n))
    }
}
pub struct RChunks<'a, T> {
    v: &'a [T],
    size: usize,
}
impl<'a, T> Iterator for RChunks<'a, T> {
    type Item = &'a [T];
    fn next(&mut self) -> Option<&'a [T]> {
        let n = self.v.len();
        if n == 0 {
            None
        } else {
            let size = if self.size < n { self.size } else { n };
            let chunk = sub(self.v, n - size, n);
            self.v = sub(self.v, 0, n - size);
            Some(chunk)
        }
    }
}
pub struct ChunkBy<'a, T, P> {
    v: &'a [T],
    predicate: P,
}
impl<'a, T, P: FnMut(&T, &T) -> bool> Iterator for ChunkBy<'a, T, P> {
    type Item = &'a [T];
    fn next(&mut self) -> Option<&'a [T]> {
        let n = self.v.len();
        if n == 0 {
            return None;
        }
        let mut size = 1;
        while size < n && (self.predicate)(&self.v[size - 1], &self.v[size]) {
            size += 1;
        }
        let chunk = sub(self.v, 0, size);
        self.v = sub(self.v, size, n);
        Some(chunk)
    }
}
/// `split` of a slice by a test.
pub struct Split<'a, T, P> {
    v: &'a [T],
    pred: P,
    finished: bool,
}
impl<'a, T, P: FnMut(&T) -> bool> Split<'a, T, P> {
    /// What is left, as the last part.
    pub(crate) fn finish(&mut self) -> Option<&'a [T]> {
        if self.finished {
            None
        } else {
            self.finished = true;
            Some(self.v)
        }
    }
}
impl<'a, T, P: FnMut(&T) -> bool> Iterator for Split<'a, T, P> {
    type Item = &'a [T];
    fn next(&mut self) -> Option<&'a [T]> {
        let n = self.v.len();
        let mut i = 0;
        while !self.finished && i < n {
            if (self.pred)(&self.v[i]) {
                let part = sub(self.v, 0, i);
                self.v = sub(self.v, i + 1, n);
                return Some(part);
            }
            i += 1;
        }
        self.finish()
    }
}
impl<'a, T, P: FnMut(&T) -> bool> DoubleEndedIterator for Split<'a, T, P> {
    fn next_back(&mut self) -> Option<&'a [T]> {
        let n = self.v.len();
        let mut i = n;
        while !self.finished && i > 0 {
            i -= 1;
            if (self.pred)(&self.v[i]) {
                let part = sub(self.v, i + 1, n);
                self.v = sub(self.v, 0, i);
                return Some(part);
            }
        }
        self.finish()
    }
}

pub(crate) fn windows<T>(v: &[T], size: usize) -> Windows<'_, T> {
    Windows { v, size }
}
pub(crate) fn chunks<T>(v: &[T], size: usize) -> Chunks<'_, T> {
    Chunks { v, size }
}
pub(crate) fn chunks_exact<T>(v: &[T], size: usize) -> ChunksExact<'_, T> {
    let whole = v.len() - v.len() % size;
    ChunksExact { inner: Chunks { v: sub(v, 0, whole), size }, rest: sub(v, whole, v.len()) }
}
pub(crate) fn chunks_mut<T>(v: &mut [T], size: usize) -> ChunksMut<'_, T> {
    ChunksMut { v, size }
}
pub(crate) fn rchunks<T>(v: &[T], size: usize) -> RChunks<'_, T> {
    RChunks { v, size }
}
pub(crate) fn chunk_by<T, P>(v: &[T], predicate: P) -> ChunkBy<'_, T, P> {
    ChunkBy { v, predicate }
}
pub(crate) fn split<T, P>(v: &[T], pred: P) -> Split<'_, T, P> {
    Split { v, pred, finished: false }
}

/// A stable merge sort: insertion sort for short runs, else both halves are sorted and merged.
pub(crate) fn merge_sort<T, F: FnMut(&T, &T) -> bool>(v: &mut [T], is_less: &mut F) {
    let n = v.len();
    if n <= 12 {
        let mut i = 1;
        while i < n {
            let mut j = i;
            while j > 0 && is_less(element(v, j), element(v, j - 1)) {
                swap(v, j, j - 1);
                j -= 1;
            }
            i += 1;
        }
        return;
    }
    let mid = n / 2;
    merge_sort(&mut v[..mid], is_less);
    merge_sort(&mut v[mid..], is_less);
    if !is_less(element(v, mid), element(v, mid - 1)) {
        return;
    }
    let mut order: Vec<usize> = Vec::with_capacity(n);
    let (mut a, mut b) = (0, mid);
    while a < mid && b < n {
        if is_less(element(v, b), element(v, a)) {
            order.push(b);
            b += 1;
        } else {
            order.push(a);
            a += 1;
        }
    }
    while a < mid {
        order.push(a);
        a += 1;
    }
    while b < n {
        order.push(b);
        b += 1;
    }
    permute(v, order.as_slice());
}
/// Puts element `order[i]` at place `i`.
#[intrinsic = "slice_permute"]
fn permute<T>(v: &mut [T], order: &[usize]);
