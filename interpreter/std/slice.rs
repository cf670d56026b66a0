//! `std::slice`: iterators, indexing, sorting; the methods of slices are in slice_impl.rs.

use crate::fmt;

pub(crate) mod chunks;
pub(crate) mod split;

pub use chunks::{
    ArrayWindows, ChunkBy, ChunkByMut, Chunks, ChunksExact, ChunksExactMut, ChunksMut, RChunks, RChunksExact, RChunksExactMut,
    RChunksMut, Windows,
};
pub use split::{
    RSplit, RSplitMut, RSplitN, RSplitNMut, Split, SplitInclusive, SplitInclusiveMut, SplitMut, SplitN, SplitNMut,
};

#[intrinsic = "slice_from_ref"]
#[must_use] pub const fn from_ref<T>(s: &T) -> &[T];
#[intrinsic = "slice_from_ref"]
#[must_use] pub const fn from_mut<T>(s: &mut T) -> &mut [T];
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

#[track_caller]
#[must_use] pub const unsafe fn from_raw_parts<'a, T>(data: *const T, len: usize) -> &'a [T] {
    crate::rt::precondition(
        !data.is_null(),
        "slice::from_raw_parts requires the pointer to be aligned and non-null, and the total size of the slice not to exceed `isize::MAX`",
    );
    &*crate::ptr::slice_from_raw_parts(data, len)
}
#[track_caller]
#[must_use] pub const unsafe fn from_raw_parts_mut<'a, T>(data: *mut T, len: usize) -> &'a mut [T] {
    crate::rt::precondition(
        !data.is_null(),
        "slice::from_raw_parts_mut requires the pointer to be aligned and non-null, and the total size of the slice not to exceed `isize::MAX`",
    );
    &mut *crate::ptr::slice_from_raw_parts_mut(data, len)
}
/// The elements from the start of `s` as an array; they are known to be there.
pub(crate) const fn array_of<T, const N: usize>(s: &[T]) -> &[T; N] {
    unsafe { &*(s.as_ptr() as *const [T; N]) }
}
pub(crate) const fn array_of_mut<T, const N: usize>(s: &mut [T]) -> &mut [T; N] {
    unsafe { &mut *(s.as_mut_ptr() as *mut [T; N]) }
}

/// Indices that can be told to lead to different elements.
pub unsafe trait GetDisjointMutIndex: Clone {
    fn is_in_bounds(&self, len: usize) -> bool;
    fn is_overlapping(&self, other: &Self) -> bool;
}
unsafe impl GetDisjointMutIndex for usize {
    fn is_in_bounds(&self, len: usize) -> bool {
        *self < len
    }
    fn is_overlapping(&self, other: &Self) -> bool {
        *self == *other
    }
}
unsafe impl GetDisjointMutIndex for crate::ops::Range<usize> {
    fn is_in_bounds(&self, len: usize) -> bool {
        self.start <= self.end && self.end <= len
    }
    fn is_overlapping(&self, other: &Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}
unsafe impl GetDisjointMutIndex for crate::ops::RangeInclusive<usize> {
    fn is_in_bounds(&self, len: usize) -> bool {
        *self.start() <= *self.end() && *self.end() < len
    }
    fn is_overlapping(&self, other: &Self) -> bool {
        *self.start() <= *other.end() && *other.start() <= *self.end()
    }
}
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GetDisjointMutError {
    IndexOutOfBounds,
    OverlappingIndices,
}
impl fmt::Display for GetDisjointMutError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            GetDisjointMutError::IndexOutOfBounds => "an index is out of bounds",
            GetDisjointMutError::OverlappingIndices => "there were overlapping indices",
        })
    }
}
impl crate::error::Error for GetDisjointMutError {}

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
#[lang = "SliceIndex"]
pub trait SliceIndex<T: ?Sized> {
    type Output: ?Sized;
    fn get(self, slice: &T) -> Option<&Self::Output>;
    fn get_mut(self, slice: &mut T) -> Option<&mut Self::Output>;
    #[track_caller]
    fn index(self, slice: &T) -> &Self::Output;
    #[track_caller]
    fn index_mut(self, slice: &mut T) -> &mut Self::Output;
    /// What `get_unchecked` or `get_unchecked_mut` asks for isn't there.
    #[track_caller]
    fn unchecked_fail(mutable: bool) -> ! {
        crate::rt::precondition_violated(if mutable {
            "slice::get_unchecked_mut requires that the range is within the slice"
        } else {
            "slice::get_unchecked requires that the range is within the slice"
        })
    }
}

#[unstable(feature = "slice_concat_trait", issue = "27747")]
pub trait Concat<Item: ?Sized> {
    type Output;
    fn concat(slice: &Self) -> Self::Output;
}
#[unstable(feature = "slice_concat_trait", issue = "27747")]
pub trait Join<Separator> {
    type Output;
    fn join(slice: &Self, sep: Separator) -> Self::Output;
}

#[rustc_std_layout(16, 8, 1)]
#[must_use] pub struct Iter<'a, T> {
    slice: &'a [T],
    at: usize,
    end: usize,
}
impl<'a, T> Iter<'a, T> {
    pub(crate) fn new(slice: &'a [T]) -> Iter<'a, T> {
        Iter { slice, at: 0, end: slice.len() }
    }
    #[must_use] pub fn as_slice(&self) -> &'a [T] {
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
impl<T> Default for Iter<'_, T> {
    fn default() -> Self {
        Iter::new(&[])
    }
}
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

#[rustc_std_layout(16, 8, 1)]
#[must_use] pub struct IterMut<'a, T> {
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
    #[must_use] pub fn into_slice(self) -> &'a mut [T] {
        sub_mut(self.slice, self.at, self.end)
    }
    #[must_use] pub fn as_slice(&self) -> &[T] {
        sub_mut(self.slice, self.at, self.end)
    }
}
impl<T> AsRef<[T]> for IterMut<'_, T> {
    fn as_ref(&self) -> &[T] {
        self.as_slice()
    }
}
impl<T: fmt::Debug> fmt::Debug for IterMut<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("IterMut").field(&self.as_slice()).finish()
    }
}
impl<T> Default for IterMut<'_, T> {
    fn default() -> Self {
        IterMut::new(&mut [])
    }
}
impl<T> crate::iter::FusedIterator for IterMut<'_, T> {}
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

type EscapeBytes<'a> = crate::iter::FlatMap<Iter<'a, u8>, crate::ascii::EscapeDefault, fn(&'a u8) -> crate::ascii::EscapeDefault>;
/// The bytes of all escapes of a slice.
#[derive(Clone)]
#[must_use] pub struct EscapeAscii<'a> {
    pub(crate) inner: EscapeBytes<'a>,
}
impl Iterator for EscapeAscii<'_> {
    type Item = u8;
    fn next(&mut self) -> Option<u8> {
        self.inner.next()
    }
}
impl DoubleEndedIterator for EscapeAscii<'_> {
    fn next_back(&mut self) -> Option<u8> {
        self.inner.next_back()
    }
}
impl crate::iter::FusedIterator for EscapeAscii<'_> {}
impl fmt::Display for EscapeAscii<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for byte in self.clone() {
            f.write_str(crate::str::from_bytes(&[byte]))?;
        }
        Ok(())
    }
}
impl fmt::Debug for EscapeAscii<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EscapeAscii").finish_non_exhaustive()
    }
}
