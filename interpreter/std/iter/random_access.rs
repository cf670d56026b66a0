//! Iterators whose elements can be asked for by index, which `zip` makes use of in rustc's std: there its `Debug` shows nothing.

use crate::iter::{Cloned, Copied, Enumerate, Fuse, Map, Zip};
use crate::slice::{self, Chunks, ChunksExact, ChunksExactMut, ChunksMut, RChunks, RChunksExact, RChunksExactMut, RChunksMut, Windows};

#[lang = "trusted_random_access"]
#[unstable(feature = "trusted_random_access", issue = "none")]
pub trait TrustedRandomAccess {}
/// Whether `I` implements it.
#[intrinsic = "is_random_access"]
pub(crate) const fn is_random_access<I>() -> bool;

macro_rules! random_access {
    ($([$($vars:tt)*] $t:ty;)*) => {
        $(impl<$($vars)*> TrustedRandomAccess for $t {})*
    };
}
random_access! {
    [T] slice::Iter<'_, T>;
    [T] slice::IterMut<'_, T>;
    [T] Chunks<'_, T>;
    [T] ChunksMut<'_, T>;
    [T] ChunksExact<'_, T>;
    [T] ChunksExactMut<'_, T>;
    [T] RChunks<'_, T>;
    [T] RChunksMut<'_, T>;
    [T] RChunksExact<'_, T>;
    [T] RChunksExactMut<'_, T>;
    [T] Windows<'_, T>;
    [T: Copy] crate::vec::IntoIter<T>;
    [T: Copy, const N: usize] crate::array::IntoIter<T, N>;
    [T] crate::collections::vec_deque::Iter<'_, T>;
    [T] crate::collections::vec_deque::IterMut<'_, T>;
    [] crate::str::Bytes<'_>;
    [I: TrustedRandomAccess] Cloned<I>;
    [I: TrustedRandomAccess] Copied<I>;
    [I: TrustedRandomAccess] Enumerate<I>;
    [I: TrustedRandomAccess] Fuse<I>;
    [I: TrustedRandomAccess, F] Map<I, F>;
    [A: TrustedRandomAccess, B: TrustedRandomAccess] Zip<A, B>;
}
macro_rules! random_access_ranges {
    ($($int:ty)*) => {
        $(impl TrustedRandomAccess for crate::ops::Range<$int> {})*
    };
}
random_access_ranges! { u8 i8 u16 i16 u32 i32 u64 i64 usize isize }
