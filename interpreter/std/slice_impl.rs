//! The methods and impls of slices.

use crate::borrow::ToOwned;
use crate::cmp::Ordering;
use crate::fmt;
use crate::ops::{
    self, Bound, Index, IndexMut, Range, RangeBounds, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive,
};
use crate::slice::{self, *};

impl<T> [T] {
    #[must_use] pub const fn len(&self) -> usize {
        slice::len(self)
    }
    #[must_use] pub const fn is_empty(&self) -> bool {
        slice::len(self) == 0
    }
    #[must_use] pub const fn first(&self) -> Option<&T> {
        if let [first, ..] = self { Some(first) } else { None }
    }
    #[must_use] pub const fn first_mut(&mut self) -> Option<&mut T> {
        if let [first, ..] = self { Some(first) } else { None }
    }
    #[must_use] pub const fn last(&self) -> Option<&T> {
        if let [.., last] = self { Some(last) } else { None }
    }
    #[must_use] pub const fn last_mut(&mut self) -> Option<&mut T> {
        if let [.., last] = self { Some(last) } else { None }
    }
    #[must_use] pub const fn split_first(&self) -> Option<(&T, &[T])> {
        if let [first, tail @ ..] = self { Some((first, tail)) } else { None }
    }
    #[must_use] pub const fn split_first_mut(&mut self) -> Option<(&mut T, &mut [T])> {
        if let [first, tail @ ..] = self { Some((first, tail)) } else { None }
    }
    #[must_use] pub const fn split_last(&self) -> Option<(&T, &[T])> {
        if let [init @ .., last] = self { Some((last, init)) } else { None }
    }
    #[must_use] pub const fn split_last_mut(&mut self) -> Option<(&mut T, &mut [T])> {
        if let [init @ .., last] = self { Some((last, init)) } else { None }
    }
    #[rustc_const_unstable(feature = "const_index", issue = "143775")]
    #[must_use] pub fn get<I: SliceIndex<[T]>>(&self, index: I) -> Option<&I::Output> {
        index.get(self)
    }
    #[rustc_const_unstable(feature = "const_index", issue = "143775")]
    #[must_use] pub fn get_mut<I: SliceIndex<[T]>>(&mut self, index: I) -> Option<&mut I::Output> {
        index.get_mut(self)
    }
    #[rustc_const_unstable(feature = "const_index", issue = "143775")]
    #[track_caller]
    pub unsafe fn get_unchecked<I: SliceIndex<[T]>>(&self, index: I) -> &I::Output {
        match index.get(self) {
            Some(part) => part,
            None => I::unchecked_fail(false),
        }
    }
    #[rustc_const_unstable(feature = "const_index", issue = "143775")]
    #[track_caller]
    pub unsafe fn get_unchecked_mut<I: SliceIndex<[T]>>(&mut self, index: I) -> &mut I::Output {
        match index.get_mut(self) {
            Some(part) => part,
            None => I::unchecked_fail(true),
        }
    }
    #[intrinsic = "slice_as_ptr"]
    #[must_use] pub const fn as_ptr(&self) -> *const T;
    #[intrinsic = "slice_as_ptr"]
    #[must_use] pub const fn as_mut_ptr(&mut self) -> *mut T;
    #[track_caller]
    pub const fn swap(&mut self, a: usize, b: usize) {
        let n = self.len();
        if a >= n {
            panic!("index out of bounds: the len is {n} but the index is {a}");
        }
        if b >= n {
            panic!("index out of bounds: the len is {n} but the index is {b}");
        }
        slice::swap(self, a, b)
    }
    pub const fn reverse(&mut self) {
        slice::reverse(self)
    }
    #[rustc_const_unstable(feature = "const_slice_make_iter", issue = "137737")]
    pub fn iter(&self) -> Iter<'_, T> {
        Iter::new(self)
    }
    #[rustc_const_unstable(feature = "const_slice_make_iter", issue = "137737")]
    pub fn iter_mut(&mut self) -> IterMut<'_, T> {
        IterMut::new(self)
    }
    #[track_caller]
    #[rustc_const_unstable(feature = "const_slice_make_iter", issue = "137737")]
    pub fn windows(&self, size: usize) -> Windows<'_, T> {
        if size == 0 {
            crate::rt::panic_str("window size must be non-zero");
        }
        Windows::new(self, size)
    }
    #[track_caller]
    #[rustc_const_unstable(feature = "const_slice_make_iter", issue = "137737")]
    pub fn chunks(&self, chunk_size: usize) -> Chunks<'_, T> {
        assert!(chunk_size != 0, "chunk size must be non-zero");
        Chunks::new(self, chunk_size)
    }
    #[track_caller]
    #[rustc_const_unstable(feature = "const_slice_make_iter", issue = "137737")]
    pub fn chunks_mut(&mut self, chunk_size: usize) -> ChunksMut<'_, T> {
        assert!(chunk_size != 0, "chunk size must be non-zero");
        ChunksMut::new(self, chunk_size)
    }
    #[track_caller]
    #[rustc_const_unstable(feature = "const_slice_make_iter", issue = "137737")]
    pub fn chunks_exact(&self, chunk_size: usize) -> ChunksExact<'_, T> {
        assert!(chunk_size != 0, "chunk size must be non-zero");
        ChunksExact::new(self, chunk_size)
    }
    #[track_caller]
    #[rustc_const_unstable(feature = "const_slice_make_iter", issue = "137737")]
    pub fn rchunks(&self, chunk_size: usize) -> RChunks<'_, T> {
        assert!(chunk_size != 0, "chunk size must be non-zero");
        RChunks::new(self, chunk_size)
    }
    #[rustc_const_unstable(feature = "const_slice_make_iter", issue = "137737")]
    pub fn chunk_by<F: FnMut(&T, &T) -> bool>(&self, pred: F) -> ChunkBy<'_, T, F> {
        ChunkBy::new(self, pred)
    }
    #[track_caller]
    #[must_use] pub const fn split_at(&self, mid: usize) -> (&[T], &[T]) {
        if mid > self.len() {
            crate::rt::panic_str("mid > len");
        }
        (slice::sub(self, 0, mid), slice::sub(self, mid, self.len()))
    }
    #[track_caller]
    #[must_use] pub const fn split_at_mut(&mut self, mid: usize) -> (&mut [T], &mut [T]) {
        let n = self.len();
        if mid > n {
            crate::rt::panic_str("mid > len");
        }
        let all: *mut [T] = self;
        (slice::sub_mut(all, 0, mid), slice::sub_mut(all, mid, n))
    }
    #[must_use] pub const fn split_at_checked(&self, mid: usize) -> Option<(&[T], &[T])> {
        if mid > self.len() { None } else { Some(self.split_at(mid)) }
    }
    pub fn split<F: FnMut(&T) -> bool>(&self, pred: F) -> Split<'_, T, F> {
        Split::new(self, pred)
    }
    #[must_use] pub fn contains(&self, x: &T) -> bool
    where
        T: PartialEq,
    {
        let mut i = 0;
        while i < self.len() {
            if *slice::element(self, i) == *x {
                return true;
            }
            i += 1;
        }
        false
    }
    #[must_use] pub fn starts_with(&self, needle: &[T]) -> bool
    where
        T: PartialEq,
    {
        let n = needle.len();
        self.len() >= n && *needle == self[..n]
    }
    #[must_use] pub fn ends_with(&self, needle: &[T]) -> bool
    where
        T: PartialEq,
    {
        let (m, n) = (self.len(), needle.len());
        m >= n && *needle == self[m - n..]
    }
    #[must_use] pub fn strip_prefix(&self, prefix: &[T]) -> Option<&[T]>
    where
        T: PartialEq,
    {
        if self.starts_with(prefix) { Some(&self[prefix.len()..]) } else { None }
    }
    pub fn binary_search(&self, x: &T) -> Result<usize, usize>
    where
        T: Ord,
    {
        self.binary_search_by(|p| p.cmp(x))
    }
    pub fn binary_search_by<'a, F>(&'a self, mut f: F) -> Result<usize, usize>
    where
        F: FnMut(&'a T) -> Ordering,
    {
        let mut size = self.len();
        if size == 0 {
            return Err(0);
        }
        let mut base = 0;
        while size > 1 {
            let half = size / 2;
            let mid = base + half;
            let cmp = f(slice::element(self, mid));
            base = if cmp == Ordering::Greater { base } else { mid };
            size -= half;
        }
        match f(slice::element(self, base)) {
            Ordering::Equal => Ok(base),
            Ordering::Less => Err(base + 1),
            Ordering::Greater => Err(base),
        }
    }
    pub fn binary_search_by_key<'a, B, F>(&'a self, b: &B, mut f: F) -> Result<usize, usize>
    where
        F: FnMut(&'a T) -> B,
        B: Ord,
    {
        self.binary_search_by(|k| f(k).cmp(b))
    }
    #[must_use] pub fn partition_point<P: FnMut(&T) -> bool>(&self, mut pred: P) -> usize {
        match self.binary_search_by(|x| if pred(x) { Ordering::Less } else { Ordering::Greater }) {
            Ok(i) => i,
            Err(i) => i,
        }
    }
    pub fn sort(&mut self)
    where
        T: Ord,
    {
        slice::merge_sort(self, &mut |a: &T, b: &T| a.lt(b))
    }
    pub fn sort_by<F>(&mut self, mut compare: F)
    where
        F: FnMut(&T, &T) -> Ordering,
    {
        slice::merge_sort(self, &mut |a: &T, b: &T| compare(a, b) == Ordering::Less)
    }
    pub fn sort_by_key<K, F>(&mut self, mut f: F)
    where
        F: FnMut(&T) -> K,
        K: Ord,
    {
        slice::merge_sort(self, &mut |a: &T, b: &T| f(a).lt(&f(b)))
    }
    pub fn sort_by_cached_key<K, F>(&mut self, f: F)
    where
        F: FnMut(&T) -> K,
        K: Ord,
    {
        self.sort_by_key(f)
    }
    pub fn sort_unstable(&mut self)
    where
        T: Ord,
    {
        slice::merge_sort(self, &mut |a: &T, b: &T| a.lt(b))
    }
    pub fn sort_unstable_by<F>(&mut self, mut compare: F)
    where
        F: FnMut(&T, &T) -> Ordering,
    {
        slice::merge_sort(self, &mut |a: &T, b: &T| compare(a, b) == Ordering::Less)
    }
    pub fn sort_unstable_by_key<K, F>(&mut self, mut f: F)
    where
        F: FnMut(&T) -> K,
        K: Ord,
    {
        slice::merge_sort(self, &mut |a: &T, b: &T| f(a).lt(&f(b)))
    }
    pub fn select_nth_unstable(&mut self, index: usize) -> (&mut [T], &mut T, &mut [T])
    where
        T: Ord,
    {
        self.sort();
        self.parts_around(index)
    }
    #[must_use] pub fn is_sorted(&self) -> bool
    where
        T: PartialOrd,
    {
        self.windows(2).all(|w| w[0] <= w[1])
    }
    #[must_use] pub fn is_sorted_by<'a, F: FnMut(&'a T, &'a T) -> bool>(&'a self, mut compare: F) -> bool {
        let mut i = 1;
        while i < self.len() {
            if !compare(slice::element(self, i - 1), slice::element(self, i)) {
                return false;
            }
            i += 1;
        }
        true
    }
    #[must_use] pub fn is_sorted_by_key<'a, F: FnMut(&'a T) -> K, K: PartialOrd>(&'a self, f: F) -> bool {
        self.iter().is_sorted_by_key(f)
    }
    #[panics_at = "core/src/slice/mod.rs:3885:9"]
    pub const fn rotate_left(&mut self, mid: usize) {
        assert!(mid <= self.len());
        slice::rotate_left(self, mid)
    }
    #[panics_at = "core/src/slice/mod.rs:3931:9"]
    pub const fn rotate_right(&mut self, k: usize) {
        assert!(k <= self.len());
        let mid = self.len() - k;
        slice::rotate_left(self, mid)
    }
    pub fn fill(&mut self, value: T)
    where
        T: Clone,
    {
        let n = self.len();
        let mut i = 0;
        while i < n {
            self[i] = value.clone();
            i += 1;
        }
    }
    pub fn fill_with<F: FnMut() -> T>(&mut self, mut f: F) {
        for x in self.iter_mut() {
            *x = f();
        }
    }
    #[track_caller]
    #[rustc_const_unstable(feature = "const_clone", issue = "142757")]
    pub fn clone_from_slice(&mut self, src: &[T])
    where
        T: Clone,
    {
        if self.len() != src.len() {
            slice_lengths_differ::<T>(self.len(), src.len())
        }
        let mut i = 0;
        while i < src.len() {
            self[i] = src[i].clone();
            i += 1;
        }
    }
    #[track_caller]
    pub const fn copy_from_slice(&mut self, src: &[T])
    where
        T: Copy,
    {
        let (a, b) = (self.len(), src.len());
        if a != b {
            copy_lengths_differ(a, b)
        }
        let mut i = 0;
        while i < b {
            self[i] = src[i];
            i += 1;
        }
    }
    #[track_caller]
    pub fn copy_within<R: RangeBounds<usize>>(&mut self, src: R, dest: usize)
    where
        T: Copy,
    {
        let range = ops::resolve_range(src, self.len());
        assert!(dest <= self.len() - range.len(), "dest is out of bounds");
        let part = self[range].to_vec();
        self[dest..dest + part.len()].copy_from_slice(&part);
    }
    #[track_caller]
    #[rustc_const_unstable(feature = "const_swap_with_slice", issue = "142204")]
    pub fn swap_with_slice(&mut self, other: &mut [T]) {
        assert!(self.len() == other.len(), "destination and source slices have different lengths");
        let mut i = 0;
        while i < other.len() {
            crate::mem::swap(&mut self[i], &mut other[i]);
            i += 1;
        }
    }
    pub fn to_vec(&self) -> Vec<T>
    where
        T: Clone,
    {
        let mut v = Vec::with_capacity(self.len());
        v.extend_from_slice(self);
        v
    }
    pub fn into_vec(self: Box<Self>) -> Vec<T> {
        let ptr = Box::into_heap(self);
        let n = crate::alloc::heap_len(ptr);
        Vec::from_buffer(crate::alloc::slice_to_buffer(ptr), n, n)
    }
    #[panics_at = "alloc/src/slice.rs:523:50"]
    pub fn repeat(&self, n: usize) -> Vec<T>
    where
        T: Copy,
    {
        let mut v = Vec::with_capacity(self.len().checked_mul(n).expect("capacity overflow"));
        let mut i = 0;
        while i < n {
            v.extend_from_slice(self);
            i += 1;
        }
        v
    }
    pub fn concat<Item: ?Sized>(&self) -> <Self as Concat<Item>>::Output
    where
        Self: Concat<Item>,
    {
        Concat::concat(self)
    }
    pub fn join<Separator>(&self, sep: Separator) -> <Self as Join<Separator>>::Output
    where
        Self: Join<Separator>,
    {
        Join::join(self, sep)
    }
}

impl<S: crate::borrow::Borrow<str>> Concat<str> for [S] {
    type Output = String;
    fn concat(slice: &Self) -> String {
        let mut s = String::new();
        for part in slice {
            s.push_str(part.borrow());
        }
        s
    }
}
impl<S: crate::borrow::Borrow<str>> Join<&str> for [S] {
    type Output = String;
    fn join(slice: &Self, sep: &str) -> String {
        let mut s = String::new();
        let mut first = true;
        for part in slice {
            if !first {
                s.push_str(sep);
            }
            first = false;
            s.push_str(part.borrow());
        }
        s
    }
}
impl<T: Clone, V: crate::borrow::Borrow<[T]>> Concat<T> for [V] {
    type Output = Vec<T>;
    fn concat(slice: &Self) -> Vec<T> {
        let mut v = Vec::new();
        for part in slice {
            v.extend_from_slice(part.borrow());
        }
        v
    }
}
impl<T: Clone, V: crate::borrow::Borrow<[T]>> Join<&T> for [V] {
    type Output = Vec<T>;
    fn join(slice: &Self, sep: &T) -> Vec<T> {
        let mut v = Vec::new();
        let mut first = true;
        for part in slice {
            if !first {
                v.push(sep.clone());
            }
            first = false;
            v.extend_from_slice(part.borrow());
        }
        v
    }
}
impl<T: Clone, V: crate::borrow::Borrow<[T]>> Join<&[T]> for [V] {
    type Output = Vec<T>;
    fn join(slice: &Self, sep: &[T]) -> Vec<T> {
        let mut v = Vec::new();
        let mut first = true;
        for part in slice {
            if !first {
                v.extend_from_slice(sep);
            }
            first = false;
            v.extend_from_slice(part.borrow());
        }
        v
    }
}

impl<T, U> PartialEq<[U]> for [T]
where
    T: PartialEq<U>,
{
    fn eq(&self, other: &[U]) -> bool {
        if self.len() != other.len() {
            return false;
        }
        let mut i = 0;
        while i < self.len() {
            if *slice::element(self, i) != *slice::element(other, i) {
                return false;
            }
            i += 1;
        }
        true
    }
}
impl<T: Eq> Eq for [T] {}
impl<T: PartialOrd> PartialOrd for [T] {
    fn partial_cmp(&self, other: &[T]) -> Option<Ordering> {
        let n = if self.len() < other.len() { self.len() } else { other.len() };
        let mut i = 0;
        while i < n {
            match self[i].partial_cmp(&other[i]) {
                Some(Ordering::Equal) => (),
                non_eq => return non_eq,
            }
            i += 1;
        }
        self.len().partial_cmp(&other.len())
    }
}
impl<T: Ord> Ord for [T] {
    fn cmp(&self, other: &[T]) -> Ordering {
        let n = if self.len() < other.len() { self.len() } else { other.len() };
        let mut i = 0;
        while i < n {
            match self[i].cmp(&other[i]) {
                Ordering::Equal => (),
                non_eq => return non_eq,
            }
            i += 1;
        }
        self.len().cmp(&other.len())
    }
}
impl<T: fmt::Debug> fmt::Debug for [T] {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
impl<T: crate::hash::Hash> crate::hash::Hash for [T] {
    fn hash<H: crate::hash::Hasher>(&self, state: &mut H) {
        state.write_usize(self.len());
        for x in self {
            x.hash(state);
        }
    }
}
impl<T: Clone> ToOwned for [T] {
    type Owned = Vec<T>;
    fn to_owned(&self) -> Vec<T> {
        self.to_vec()
    }
}
impl<T> AsRef<[T]> for [T] {
    fn as_ref(&self) -> &[T] {
        self
    }
}
impl<T> AsMut<[T]> for [T] {
    fn as_mut(&mut self) -> &mut [T] {
        self
    }
}
impl<'a, T> IntoIterator for &'a [T] {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}
impl<'a, T> IntoIterator for &'a mut [T] {
    type Item = &'a mut T;
    type IntoIter = IterMut<'a, T>;
    fn into_iter(self) -> IterMut<'a, T> {
        self.iter_mut()
    }
}
impl<T, I> Index<I> for [T]
where
    I: SliceIndex<[T]>,
{
    type Output = I::Output;
    #[track_caller]
    fn index(&self, index: I) -> &I::Output {
        index.index(self)
    }
}
impl<T, I> IndexMut<I> for [T]
where
    I: SliceIndex<[T]>,
{
    #[track_caller]
    fn index_mut(&mut self, index: I) -> &mut I::Output {
        index.index_mut(self)
    }
}

impl<T> SliceIndex<[T]> for usize {
    type Output = T;
    fn get(self, slice: &[T]) -> Option<&T> {
        if self < slice.len() { Some(slice::element(slice, self)) } else { None }
    }
    fn get_mut(self, slice: &mut [T]) -> Option<&mut T> {
        if self < slice.len() { Some(slice::element_mut(slice, self)) } else { None }
    }
    #[track_caller]
    fn index(self, slice: &[T]) -> &T {
        &(*slice)[self]
    }
    #[track_caller]
    fn index_mut(self, slice: &mut [T]) -> &mut T {
        &mut (*slice)[self]
    }
    #[track_caller]
    fn unchecked_fail(mutable: bool) -> ! {
        crate::rt::precondition_violated(if mutable {
            "slice::get_unchecked_mut requires that the index is within the slice"
        } else {
            "slice::get_unchecked requires that the index is within the slice"
        })
    }
}

#[track_caller]
const fn copy_lengths_differ(target: usize, source: usize) -> ! {
    panic!("copy_from_slice: source slice length ({source}) does not match destination slice length ({target})")
}
/// rustc's `clone_from_slice` copies what is Copy.
#[track_caller]
fn slice_lengths_differ<T>(target: usize, source: usize) -> ! {
    if crate::vec::is_plain::<T>() {
        copy_lengths_differ(target, source)
    }
    crate::rt::panic_str("destination and source slices have different lengths")
}
/// Panics for indices that are no part of a slice; `end` is as written, so of an inclusive range that goes too far its last index.
#[track_caller]
pub(crate) fn slice_index_fail(start: usize, end: usize, len: usize) -> ! {
    if start > len {
        panic!("range start index {start} out of range for slice of length {len}");
    }
    if end <= len && start > end {
        panic!("slice index starts at {start} but ends at {end}");
    }
    panic!("range end index {end} out of range for slice of length {len}");
}
macro_rules! slice_index {
    ($($t:ty, $self:ident, $s:ident, $start:expr, $end:expr;)*) => {
        $(impl<T> SliceIndex<[T]> for $t {
            type Output = [T];
            fn get($self, $s: &[T]) -> Option<&[T]> {
                let (start, end) = ($start, $end);
                if start > end || end > $s.len() { None } else { Some(slice::sub($s, start, end)) }
            }
            fn get_mut($self, $s: &mut [T]) -> Option<&mut [T]> {
                let (start, end) = ($start, $end);
                if start > end || end > $s.len() { None } else { Some(slice::sub_mut($s, start, end)) }
            }
            #[track_caller]
            fn index($self, $s: &[T]) -> &[T] {
                let (start, end) = ($start, $end);
                if start > end || end > $s.len() {
                    slice_index_fail(start, end, $s.len())
                }
                slice::sub($s, start, end)
            }
            #[track_caller]
            fn index_mut($self, $s: &mut [T]) -> &mut [T] {
                let (start, end) = ($start, $end);
                if start > end || end > $s.len() {
                    slice_index_fail(start, end, $s.len())
                }
                slice::sub_mut($s, start, end)
            }
        })*
    };
}
slice_index! {
    Range<usize>, self, s, self.start, self.end;
    RangeTo<usize>, self, s, 0, self.end;
    RangeFull, self, s, 0, s.len();
}
macro_rules! slice_index_inclusive {
    ($($t:ty, $self:ident, $start:expr;)*) => {
        $(impl<T> SliceIndex<[T]> for $t {
            type Output = [T];
            fn get($self, s: &[T]) -> Option<&[T]> {
                if $self.end < s.len() { ($start..$self.end + 1).get(s) } else { None }
            }
            fn get_mut($self, s: &mut [T]) -> Option<&mut [T]> {
                if $self.end < s.len() { ($start..$self.end + 1).get_mut(s) } else { None }
            }
            #[track_caller]
            fn index($self, s: &[T]) -> &[T] {
                if $self.end >= s.len() {
                    slice_index_fail($start, $self.end, s.len())
                }
                ($start..$self.end + 1).index(s)
            }
            #[track_caller]
            fn index_mut($self, s: &mut [T]) -> &mut [T] {
                if $self.end >= s.len() {
                    slice_index_fail($start, $self.end, s.len())
                }
                ($start..$self.end + 1).index_mut(s)
            }
        })*
    };
}
slice_index_inclusive! {
    RangeInclusive<usize>, self, self.first();
    RangeToInclusive<usize>, self, 0;
}
impl<T> SliceIndex<[T]> for RangeFrom<usize> {
    type Output = [T];
    fn get(self, s: &[T]) -> Option<&[T]> {
        if self.start > s.len() { None } else { Some(slice::sub(s, self.start, s.len())) }
    }
    fn get_mut(self, s: &mut [T]) -> Option<&mut [T]> {
        let n = s.len();
        if self.start > n { None } else { Some(slice::sub_mut(s, self.start, n)) }
    }
    #[track_caller]
    fn index(self, s: &[T]) -> &[T] {
        let (start, n) = (self.start, s.len());
        if start > n {
            slice_index_fail(start, n, n)
        }
        slice::sub(s, start, n)
    }
    #[track_caller]
    fn index_mut(self, s: &mut [T]) -> &mut [T] {
        let (start, n) = (self.start, s.len());
        if start > n {
            slice_index_fail(start, n, n)
        }
        slice::sub_mut(s, start, n)
    }
}
impl<T> SliceIndex<[T]> for (Bound<usize>, Bound<usize>) {
    type Output = [T];
    fn get(self, s: &[T]) -> Option<&[T]> {
        ops::bounds_range(self, s.len())?.get(s)
    }
    fn get_mut(self, s: &mut [T]) -> Option<&mut [T]> {
        ops::bounds_range(self, s.len())?.get_mut(s)
    }
    #[track_caller]
    fn index(self, s: &[T]) -> &[T] {
        ops::resolve_range(self, s.len()).index(s)
    }
    #[track_caller]
    fn index_mut(self, s: &mut [T]) -> &mut [T] {
        ops::resolve_range(self, s.len()).index_mut(s)
    }
}
