//! The rarer methods of slices.

use crate::cmp::Ordering;
use crate::slice::{self, split::*, Split};

impl<T> [T] {
    pub fn split_inclusive<F: FnMut(&T) -> bool>(&self, pred: F) -> SplitInclusive<'_, T, F> {
        SplitInclusive { v: self, pred }
    }
    pub fn split_inclusive_mut<F: FnMut(&T) -> bool>(&mut self, pred: F) -> SplitInclusiveMut<'_, T, F> {
        SplitInclusiveMut { v: self, pred }
    }
    pub fn split_mut<F: FnMut(&T) -> bool>(&mut self, pred: F) -> SplitMut<'_, T, F> {
        SplitMut { v: self, pred, finished: false }
    }
    pub fn rsplit<F: FnMut(&T) -> bool>(&self, pred: F) -> RSplit<Split<'_, T, F>> {
        RSplit { inner: slice::split(self, pred) }
    }
    pub fn rsplit_mut<F: FnMut(&T) -> bool>(&mut self, pred: F) -> RSplit<SplitMut<'_, T, F>> {
        RSplit { inner: self.split_mut(pred) }
    }
    pub fn splitn<F: FnMut(&T) -> bool>(&self, n: usize, pred: F) -> SplitN<Split<'_, T, F>> {
        SplitN { inner: slice::split(self, pred), left: n }
    }
    pub fn splitn_mut<F: FnMut(&T) -> bool>(&mut self, n: usize, pred: F) -> SplitN<SplitMut<'_, T, F>> {
        SplitN { inner: self.split_mut(pred), left: n }
    }
    pub fn rsplitn<F: FnMut(&T) -> bool>(&self, n: usize, pred: F) -> SplitN<RSplit<Split<'_, T, F>>> {
        SplitN { inner: self.rsplit(pred), left: n }
    }
    pub fn rsplitn_mut<F: FnMut(&T) -> bool>(&mut self, n: usize, pred: F) -> SplitN<RSplit<SplitMut<'_, T, F>>> {
        SplitN { inner: self.rsplit_mut(pred), left: n }
    }
    #[track_caller]
    #[rustc_const_unstable(feature = "const_slice_make_iter", issue = "137737")]
    pub fn chunks_exact_mut(&mut self, chunk_size: usize) -> ChunksExactMut<'_, T> {
        assert!(chunk_size != 0, "chunk size must be non-zero");
        let n = self.len();
        let whole = n - n % chunk_size;
        let all: *mut [T] = self;
        let inner = slice::chunks_mut(slice::sub_mut(all, 0, whole), chunk_size);
        ChunksExactMut { inner, rest: slice::sub_mut(all, whole, n) }
    }
    #[track_caller]
    #[rustc_const_unstable(feature = "const_slice_make_iter", issue = "137737")]
    pub fn rchunks_exact(&self, chunk_size: usize) -> RChunksExact<'_, T> {
        assert!(chunk_size != 0, "chunk size must be non-zero");
        let n = self.len();
        let rest = n % chunk_size;
        RChunksExact { inner: slice::rchunks(slice::sub(self, rest, n), chunk_size), rest: slice::sub(self, 0, rest) }
    }
    #[track_caller]
    #[rustc_const_unstable(feature = "const_slice_make_iter", issue = "137737")]
    pub fn rchunks_mut(&mut self, chunk_size: usize) -> RChunksMut<'_, T> {
        assert!(chunk_size != 0, "chunk size must be non-zero");
        RChunksMut { v: self, size: chunk_size }
    }
    #[track_caller]
    #[rustc_const_unstable(feature = "const_slice_make_iter", issue = "137737")]
    pub fn rchunks_exact_mut(&mut self, chunk_size: usize) -> RChunksExactMut<'_, T> {
        assert!(chunk_size != 0, "chunk size must be non-zero");
        let n = self.len();
        let rest = n % chunk_size;
        let all: *mut [T] = self;
        let inner = RChunksMut { v: slice::sub_mut(all, rest, n), size: chunk_size };
        RChunksExactMut { inner, rest: slice::sub_mut(all, 0, rest) }
    }
    #[rustc_const_unstable(feature = "const_slice_make_iter", issue = "137737")]
    pub fn chunk_by_mut<F: FnMut(&T, &T) -> bool>(&mut self, pred: F) -> ChunkByMut<'_, T, F> {
        ChunkByMut { v: self, predicate: pred }
    }
    pub const fn split_at_mut_checked(&mut self, mid: usize) -> Option<(&mut [T], &mut [T])> {
        if mid > self.len() { None } else { Some(self.split_at_mut(mid)) }
    }
    pub fn strip_suffix(&self, suffix: &[T]) -> Option<&[T]>
    where
        T: PartialEq,
    {
        if self.ends_with(suffix) { Some(&self[..self.len() - suffix.len()]) } else { None }
    }
    #[rustc_const_unstable(feature = "const_split_off_first_last", issue = "138539")]
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
            panic!("partition_at_index index {index} greater than length of slice {n}");
        }
        let all: *mut [T] = self;
        (slice::sub_mut(all, 0, index), slice::element_mut(all, index), slice::sub_mut(all, index + 1, n))
    }
    pub fn connect<Separator>(&self, sep: Separator) -> <Self as slice::Join<Separator>>::Output
    where
        Self: slice::Join<Separator>,
    {
        slice::Join::join(self, sep)
    }
    pub const fn as_array<const N: usize>(&self) -> Option<&[T; N]> {
        if self.len() == N { Some(slice::array_of(self)) } else { None }
    }
    pub const fn first_chunk<const N: usize>(&self) -> Option<&[T; N]> {
        if self.len() < N { None } else { Some(slice::array_of(self)) }
    }
    pub const fn first_chunk_mut<const N: usize>(&mut self) -> Option<&mut [T; N]> {
        if self.len() < N { None } else { Some(slice::array_of_mut(self)) }
    }
    pub const fn last_chunk<const N: usize>(&self) -> Option<&[T; N]> {
        if self.len() < N { None } else { Some(slice::array_of(slice::sub(self, self.len() - N, self.len()))) }
    }
    pub const fn last_chunk_mut<const N: usize>(&mut self) -> Option<&mut [T; N]> {
        if self.len() < N {
            return None;
        }
        let n = self.len();
        Some(slice::array_of_mut(slice::sub_mut(self, n - N, n)))
    }
    pub const fn split_first_chunk<const N: usize>(&self) -> Option<(&[T; N], &[T])> {
        if self.len() < N { None } else { Some((slice::array_of(self), slice::sub(self, N, self.len()))) }
    }
    pub const fn split_first_chunk_mut<const N: usize>(&mut self) -> Option<(&mut [T; N], &mut [T])> {
        let n = self.len();
        if n < N {
            return None;
        }
        let all: *mut [T] = self;
        Some((slice::array_of_mut(slice::sub_mut(all, 0, N)), slice::sub_mut(all, N, n)))
    }
    pub const fn split_last_chunk<const N: usize>(&self) -> Option<(&[T], &[T; N])> {
        let n = self.len();
        if n < N { None } else { Some((slice::sub(self, 0, n - N), slice::array_of(slice::sub(self, n - N, n)))) }
    }
    pub const fn as_chunks<const N: usize>(&self) -> (&[[T; N]], &[T]) {
        if N == 0 {
            panic!("chunk size must be non-zero");
        }
        let whole = self.len() / N;
        (unsafe { slice::from_raw_parts(self.as_ptr() as *const [T; N], whole) }, slice::sub(self, whole * N, self.len()))
    }
    pub const fn as_chunks_mut<const N: usize>(&mut self) -> (&mut [[T; N]], &mut [T]) {
        if N == 0 {
            panic!("chunk size must be non-zero");
        }
        let (n, whole) = (self.len(), self.len() / N);
        let all: *mut [T] = self;
        (unsafe { slice::from_raw_parts_mut(all as *mut [T; N], whole) }, slice::sub_mut(all, whole * N, n))
    }
    pub const fn as_ptr_range(&self) -> crate::ops::Range<*const T> {
        let start = self.as_ptr();
        start..unsafe { start.add(self.len()) }
    }
}
