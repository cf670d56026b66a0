//! The rarer methods of slices.

use crate::cmp::Ordering;
use crate::array;
use crate::ops::{OneSidedRange, Range};
use crate::slice::{self, *};

impl<T> [T] {
    #[must_use] pub unsafe fn align_to<U>(&self) -> (&[T], &[U], &[T]) {
        let (size, step) = (crate::mem::size_of::<T>(), crate::mem::size_of::<U>());
        if size == 0 || step == 0 {
            return (self, &[], &[]);
        }
        let before = self.as_ptr().cast::<U>().align_offset_of(size);
        if before > self.len() {
            return (self, &[], &[]);
        }
        let (left, rest) = self.split_at(before);
        let whole = rest.len() * size / step;
        let used = whole * step / size;
        let whole = if used * size == whole * step { whole } else { used * size / step };
        let right = &rest[whole * step / size..];
        (left, crate::slice::from_raw_parts(rest.as_ptr() as *const U, whole), right)
    }
    pub fn split_inclusive<F: FnMut(&T) -> bool>(&self, pred: F) -> SplitInclusive<'_, T, F> {
        SplitInclusive::new(self, pred)
    }
    pub fn split_inclusive_mut<F: FnMut(&T) -> bool>(&mut self, pred: F) -> SplitInclusiveMut<'_, T, F> {
        SplitInclusiveMut::new(self, pred)
    }
    pub fn split_mut<F: FnMut(&T) -> bool>(&mut self, pred: F) -> SplitMut<'_, T, F> {
        SplitMut::new(self, pred)
    }
    pub fn rsplit<F: FnMut(&T) -> bool>(&self, pred: F) -> RSplit<'_, T, F> {
        RSplit::new(self, pred)
    }
    pub fn rsplit_mut<F: FnMut(&T) -> bool>(&mut self, pred: F) -> RSplitMut<'_, T, F> {
        RSplitMut::new(self, pred)
    }
    pub fn splitn<F: FnMut(&T) -> bool>(&self, n: usize, pred: F) -> SplitN<'_, T, F> {
        SplitN::new(self, n, pred)
    }
    pub fn splitn_mut<F: FnMut(&T) -> bool>(&mut self, n: usize, pred: F) -> SplitNMut<'_, T, F> {
        SplitNMut::new(self, n, pred)
    }
    pub fn rsplitn<F: FnMut(&T) -> bool>(&self, n: usize, pred: F) -> RSplitN<'_, T, F> {
        RSplitN::new(self, n, pred)
    }
    pub fn rsplitn_mut<F: FnMut(&T) -> bool>(&mut self, n: usize, pred: F) -> RSplitNMut<'_, T, F> {
        RSplitNMut::new(self, n, pred)
    }
    #[track_caller]
    #[rustc_const_unstable(feature = "const_slice_make_iter", issue = "137737")]
    pub fn chunks_exact_mut(&mut self, chunk_size: usize) -> ChunksExactMut<'_, T> {
        assert!(chunk_size != 0, "chunk size must be non-zero");
        ChunksExactMut::new(self, chunk_size)
    }
    #[track_caller]
    #[rustc_const_unstable(feature = "const_slice_make_iter", issue = "137737")]
    pub fn rchunks_exact(&self, chunk_size: usize) -> RChunksExact<'_, T> {
        assert!(chunk_size != 0, "chunk size must be non-zero");
        RChunksExact::new(self, chunk_size)
    }
    #[track_caller]
    #[rustc_const_unstable(feature = "const_slice_make_iter", issue = "137737")]
    pub fn rchunks_mut(&mut self, chunk_size: usize) -> RChunksMut<'_, T> {
        assert!(chunk_size != 0, "chunk size must be non-zero");
        RChunksMut::new(self, chunk_size)
    }
    #[track_caller]
    #[rustc_const_unstable(feature = "const_slice_make_iter", issue = "137737")]
    pub fn rchunks_exact_mut(&mut self, chunk_size: usize) -> RChunksExactMut<'_, T> {
        assert!(chunk_size != 0, "chunk size must be non-zero");
        RChunksExactMut::new(self, chunk_size)
    }
    #[rustc_const_unstable(feature = "const_slice_make_iter", issue = "137737")]
    pub fn chunk_by_mut<F: FnMut(&T, &T) -> bool>(&mut self, pred: F) -> ChunkByMut<'_, T, F> {
        ChunkByMut::new(self, pred)
    }
    #[must_use] pub const fn split_at_mut_checked(&mut self, mid: usize) -> Option<(&mut [T], &mut [T])> {
        if mid > self.len() { None } else { Some(self.split_at_mut(mid)) }
    }
    #[must_use] pub fn strip_suffix(&self, suffix: &[T]) -> Option<&[T]>
    where
        T: PartialEq,
    {
        if self.ends_with(suffix) { Some(&self[..self.len() - suffix.len()]) } else { None }
    }
    #[track_caller]
    pub fn array_windows<const N: usize>(&self) -> ArrayWindows<'_, T, N> {
        assert!(N != 0, "window size must be non-zero");
        ArrayWindows::new(self)
    }
    #[must_use] pub const fn as_ptr_range(&self) -> Range<*const T> {
        let start = self.as_ptr();
        start..unsafe { start.add(self.len()) }
    }
    #[must_use] pub const fn as_mut_ptr_range(&mut self) -> Range<*mut T> {
        let n = self.len();
        let start = self.as_mut_ptr();
        start..unsafe { start.add(n) }
    }
    #[track_caller]
    #[must_use] pub const unsafe fn split_at_unchecked(&self, mid: usize) -> (&[T], &[T]) {
        crate::rt::precondition(mid <= self.len(), "slice::split_at_unchecked requires the index to be within the slice");
        self.split_at(mid)
    }
    #[track_caller]
    #[must_use] pub const unsafe fn split_at_mut_unchecked(&mut self, mid: usize) -> (&mut [T], &mut [T]) {
        crate::rt::precondition(mid <= self.len(), "slice::split_at_mut_unchecked requires the index to be within the slice");
        self.split_at_mut(mid)
    }
    pub fn split_off<'a, R: OneSidedRange<usize>>(self: &mut &'a Self, range: R) -> Option<&'a Self> {
        let (front, at) = range.one_side()?;
        let (head, tail) = (**self).split_at_checked(at)?;
        let (taken, left) = if front { (head, tail) } else { (tail, head) };
        *self = left;
        Some(taken)
    }
    pub fn split_off_mut<'a, R: OneSidedRange<usize>>(self: &mut &'a mut Self, range: R) -> Option<&'a mut Self> {
        let (front, at) = range.one_side()?;
        if at > self.len() {
            return None;
        }
        let (head, tail) = crate::mem::take(self).split_at_mut(at);
        let (taken, left) = if front { (head, tail) } else { (tail, head) };
        *self = left;
        Some(taken)
    }
    pub fn get_disjoint_mut<I, const N: usize>(&mut self, indices: [I; N]) -> Result<[&mut I::Output; N], GetDisjointMutError>
    where
        I: GetDisjointMutIndex + SliceIndex<Self>,
    {
        let n = self.len();
        for (i, index) in indices.iter().enumerate() {
            if !index.is_in_bounds(n) {
                return Err(GetDisjointMutError::IndexOutOfBounds);
            }
            for earlier in &indices[..i] {
                if index.is_overlapping(earlier) {
                    return Err(GetDisjointMutError::OverlappingIndices);
                }
            }
        }
        unsafe { Ok(self.get_disjoint_unchecked_mut(indices)) }
    }
    pub unsafe fn get_disjoint_unchecked_mut<I, const N: usize>(&mut self, indices: [I; N]) -> [&mut I::Output; N]
    where
        I: GetDisjointMutIndex + SliceIndex<Self>,
    {
        let all: *mut [T] = self;
        array::from_fn(|i| indices[i].clone().index_mut(&mut *all))
    }
    #[must_use] pub fn element_offset(&self, element: &T) -> Option<usize> {
        let mut i = 0;
        while i < self.len() {
            if crate::ptr::eq(slice::element(self, i), element) {
                return Some(i);
            }
            i += 1;
        }
        None
    }
    pub fn split_off_first<'a>(self: &mut &'a Self) -> Option<&'a T> {
        let (first, rest) = (**self).split_first()?;
        *self = rest;
        Some(first)
    }
    #[rustc_const_unstable(feature = "const_split_off_first_last", issue = "138539")]
    pub fn split_off_last<'a>(self: &mut &'a Self) -> Option<&'a T> {
        let (last, rest) = (**self).split_last()?;
        *self = rest;
        Some(last)
    }
    #[rustc_const_unstable(feature = "const_split_off_first_last", issue = "138539")]
    pub fn split_off_first_mut<'a>(self: &mut &'a mut Self) -> Option<&'a mut T> {
        let (first, rest) = crate::mem::take(self).split_first_mut()?;
        *self = rest;
        Some(first)
    }
    #[rustc_const_unstable(feature = "const_split_off_first_last", issue = "138539")]
    pub fn split_off_last_mut<'a>(self: &mut &'a mut Self) -> Option<&'a mut T> {
        let (last, rest) = crate::mem::take(self).split_last_mut()?;
        *self = rest;
        Some(last)
    }
    pub fn select_nth_unstable_by<F>(&mut self, index: usize, compare: F) -> (&mut [T], &mut T, &mut [T])
    where
        F: FnMut(&T, &T) -> Ordering,
    {
        self.sort_by(compare);
        self.parts_around(index)
    }
    pub fn select_nth_unstable_by_key<K, F>(&mut self, index: usize, f: F) -> (&mut [T], &mut T, &mut [T])
    where
        F: FnMut(&T) -> K,
        K: Ord,
    {
        self.sort_by_key(f);
        self.parts_around(index)
    }
    pub(crate) fn parts_around(&mut self, index: usize) -> (&mut [T], &mut T, &mut [T]) {
        let n = self.len();
        if index >= n {
            partition_fail(index, n)
        }
        let all: *mut [T] = self;
        (slice::sub_mut(all, 0, index), slice::element_mut(all, index), slice::sub_mut(all, index + 1, n))
    }
    #[deprecated(since = "1.3.0", note = "renamed to join")]
    pub fn connect<Separator>(&self, sep: Separator) -> <Self as slice::Join<Separator>>::Output
    where
        Self: slice::Join<Separator>,
    {
        slice::Join::join(self, sep)
    }
}
#[panics_at = "core/src/slice/sort/select.rs:29:9"]
fn partition_fail(index: usize, len: usize) -> ! {
    panic!("partition_at_index index {index} greater than length of slice {len}")
}
impl<T> [crate::mem::MaybeUninit<T>] {
    pub const fn write_copy_of_slice(&mut self, src: &[T]) -> &mut [T]
    where
        T: Copy,
    {
        let uninit: &[crate::mem::MaybeUninit<T>] = unsafe { &*(src as *const [T] as *const [crate::mem::MaybeUninit<T>]) };
        self.copy_from_slice(uninit);
        unsafe { self.assume_init_mut() }
    }
    #[track_caller]
    pub fn write_clone_of_slice(&mut self, src: &[T]) -> &mut [T]
    where
        T: Clone,
    {
        assert_eq!(self.len(), src.len(), "destination and source slices have different lengths");
        for (place, value) in self.iter_mut().zip(src) {
            place.write(value.clone());
        }
        unsafe { self.assume_init_mut() }
    }
    pub unsafe fn assume_init_drop(&mut self) {
        for place in self {
            place.assume_init_drop()
        }
    }
    #[must_use] pub const unsafe fn assume_init_ref(&self) -> &[T] {
        &*(self as *const [crate::mem::MaybeUninit<T>] as *const [T])
    }
    #[must_use] pub const unsafe fn assume_init_mut(&mut self) -> &mut [T] {
        &mut *(self as *mut [crate::mem::MaybeUninit<T>] as *mut [T])
    }
}
