//! Slices seen as arrays, and slices of arrays as flat ones.

use crate::slice::{self, array_of, array_of_mut, from_raw_parts, from_raw_parts_mut, sub, sub_mut};

impl<T> [T] {
    pub const fn as_array<const N: usize>(&self) -> Option<&[T; N]> {
        if self.len() == N { Some(array_of(self)) } else { None }
    }
    pub const fn as_mut_array<const N: usize>(&mut self) -> Option<&mut [T; N]> {
        if self.len() == N { Some(array_of_mut(self)) } else { None }
    }
    pub const fn first_chunk<const N: usize>(&self) -> Option<&[T; N]> {
        match self.split_first_chunk() {
            Some((first, _)) => Some(first),
            None => None,
        }
    }
    pub const fn first_chunk_mut<const N: usize>(&mut self) -> Option<&mut [T; N]> {
        match self.split_first_chunk_mut() {
            Some((first, _)) => Some(first),
            None => None,
        }
    }
    pub const fn last_chunk<const N: usize>(&self) -> Option<&[T; N]> {
        match self.split_last_chunk() {
            Some((_, last)) => Some(last),
            None => None,
        }
    }
    pub const fn last_chunk_mut<const N: usize>(&mut self) -> Option<&mut [T; N]> {
        match self.split_last_chunk_mut() {
            Some((_, last)) => Some(last),
            None => None,
        }
    }
    pub const fn split_first_chunk<const N: usize>(&self) -> Option<(&[T; N], &[T])> {
        let n = self.len();
        if n < N { None } else { Some((array_of(self), sub(self, N, n))) }
    }
    pub const fn split_first_chunk_mut<const N: usize>(&mut self) -> Option<(&mut [T; N], &mut [T])> {
        let n = self.len();
        let all: *mut [T] = self;
        if n < N { None } else { Some((array_of_mut(sub_mut(all, 0, N)), sub_mut(all, N, n))) }
    }
    pub const fn split_last_chunk<const N: usize>(&self) -> Option<(&[T], &[T; N])> {
        let n = self.len();
        if n < N { None } else { Some((sub(self, 0, n - N), array_of(sub(self, n - N, n)))) }
    }
    pub const fn split_last_chunk_mut<const N: usize>(&mut self) -> Option<(&mut [T], &mut [T; N])> {
        let n = self.len();
        let all: *mut [T] = self;
        if n < N { None } else { Some((sub_mut(all, 0, n - N), array_of_mut(sub_mut(all, n - N, n)))) }
    }
    #[track_caller]
    #[must_use] pub const fn as_chunks<const N: usize>(&self) -> (&[[T; N]], &[T]) {
        assert!(N != 0, "chunk size must be non-zero");
        let (n, count) = (self.len(), self.len() / N);
        (unsafe { from_raw_parts(self as *const [T] as *const [T; N], count) }, sub(self, count * N, n))
    }
    #[track_caller]
    pub const fn as_chunks_mut<const N: usize>(&mut self) -> (&mut [[T; N]], &mut [T]) {
        assert!(N != 0, "chunk size must be non-zero");
        let (n, count) = (self.len(), self.len() / N);
        let all: *mut [T] = self;
        (unsafe { from_raw_parts_mut(all as *mut [T; N], count) }, sub_mut(all, count * N, n))
    }
    #[track_caller]
    pub const fn as_rchunks<const N: usize>(&self) -> (&[T], &[[T; N]]) {
        assert!(N != 0, "chunk size must be non-zero");
        let (rest, n) = (self.len() % N, self.len());
        (sub(self, 0, rest), sub(self, rest, n).as_chunks().0)
    }
    #[track_caller]
    pub const fn as_rchunks_mut<const N: usize>(&mut self) -> (&mut [T], &mut [[T; N]]) {
        assert!(N != 0, "chunk size must be non-zero");
        let (rest, n) = (self.len() % N, self.len());
        let all: *mut [T] = self;
        (sub_mut(all, 0, rest), sub_mut(all, rest, n).as_chunks_mut().0)
    }
    #[track_caller]
    pub const unsafe fn as_chunks_unchecked<const N: usize>(&self) -> &[[T; N]] {
        check_chunks(self.len(), N);
        self.as_chunks().0
    }
    #[track_caller]
    pub const unsafe fn as_chunks_unchecked_mut<const N: usize>(&mut self) -> &mut [[T; N]] {
        check_chunks(self.len(), N);
        self.as_chunks_mut().0
    }
}
#[track_caller]
const fn check_chunks(len: usize, n: usize) {
    crate::rt::precondition(
        n != 0 && len % n == 0,
        "slice::as_chunks_unchecked requires `N != 0` and the slice to split exactly into `N`-element chunks",
    )
}
impl<T, const N: usize> [[T; N]] {
    pub const fn as_flattened(&self) -> &[T] {
        unsafe { from_raw_parts(self as *const [[T; N]] as *const T, self.len() * N) }
    }
    pub const fn as_flattened_mut(&mut self) -> &mut [T] {
        let n = self.len() * N;
        unsafe { from_raw_parts_mut(self as *mut [[T; N]] as *mut T, n) }
    }
}
