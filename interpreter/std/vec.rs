//! `Vec`, and its owning iterator.

pub(crate) mod parts;

pub use parts::{Drain, ExtractIf, IntoIter, Splice};
use parts::Gap;

use crate::alloc::{self, HeapPtr};
use crate::borrow::{Borrow, BorrowMut, Cow, ToOwned};
use crate::cmp::Ordering;
use crate::fmt;
use crate::ops::{self, Deref, DerefMut, Index, IndexMut, RangeBounds};
use crate::slice::{Iter, IterMut, SliceIndex};

#[lang = "Vec"]
#[with_allocator]
#[rustc_insignificant_dtor]
pub struct Vec<T> {
    buf: HeapPtr<T>,
    #[rustc_layout_scalar_valid_range_end(0x7fff_ffff_ffff_ffff)]
    cap: usize,
    len: usize,
}

#[intrinsic = "heap_empty"]
const fn empty<T>() -> HeapPtr<T>;

/// The capacity that a buffer of `cap` cells grows to when `needed` are asked for (std: `RawVec::grow_amortized`).
pub(crate) fn amortized_capacity<T>(cap: usize, needed: usize) -> usize {
    let doubled = cap * 2;
    let least = if crate::mem::size_of::<T>() == 1 {
        8
    } else if crate::mem::size_of::<T>() <= 1024 {
        4
    } else {
        1
    };
    let cap = if needed > doubled { needed } else { doubled };
    if cap < least { least } else { cap }
}

impl<T: PartialEq> Vec<T> {
    pub fn dedup(&mut self) {
        self.dedup_by(|a, b| a == b)
    }
}
impl<T> Vec<T> {
    #[must_use] pub const fn new() -> Self {
        Vec { buf: empty(), cap: 0, len: 0 }
    }
    #[rustc_const_unstable(feature = "const_heap", issue = "79597")]
    #[panics_at = "alloc/src/raw_vec/mod.rs:28:5"]
    #[must_use] pub fn with_capacity(capacity: usize) -> Self {
        Vec { buf: alloc::heap_buffer(capacity, "Vec"), cap: capacity, len: 0 }
    }
    /// A vector over a buffer whose first `len` cells have values.
    pub(crate) fn from_buffer(buf: HeapPtr<T>, cap: usize, len: usize) -> Self {
        Vec { buf, cap, len }
    }
    /// The buffer, its capacity, and how many cells have values.
    pub(crate) fn into_buffer(self) -> (HeapPtr<T>, usize, usize) {
        let this = crate::mem::ManuallyDrop::new(self);
        (this.buf, this.cap, this.len)
    }
    pub const fn capacity(&self) -> usize {
        if crate::mem::size_of::<T>() == 0 { usize::MAX } else { self.cap }
    }
    #[panics_at = "alloc/src/raw_vec/mod.rs:28:5"]
    fn grow_to(&mut self, cap: usize) {
        self.buf = alloc::heap_grow(self.buf, cap, "Vec");
        self.cap = cap;
    }
    fn grow_for(&mut self, needed: usize) {
        if needed > self.cap {
            self.grow_to(amortized_capacity::<T>(self.cap, needed))
        }
    }
    pub fn reserve(&mut self, additional: usize) {
        self.grow_for(self.needed(additional))
    }
    pub fn reserve_exact(&mut self, additional: usize) {
        let needed = self.needed(additional);
        if needed > self.cap {
            self.grow_to(needed)
        }
    }
    #[panics_at = "alloc/src/raw_vec/mod.rs:28:5"]
    fn needed(&self, additional: usize) -> usize {
        self.len.checked_add(additional).expect("capacity overflow")
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
        if self.cap > self.len {
            self.grow_to(self.len)
        }
    }
    pub fn shrink_to(&mut self, min_capacity: usize) {
        let cap = if min_capacity < self.len { self.len } else { min_capacity };
        if cap < self.cap {
            self.grow_to(cap)
        }
    }
    pub fn into_boxed_slice(mut self) -> Box<[T]> {
        self.shrink_to_fit();
        let slice = alloc::buffer_to_slice(self.buf, self.len);
        crate::mem::forget(self);
        Box::from_heap(slice)
    }
    pub fn truncate(&mut self, len: usize) {
        if self.len > len {
            let tail = alloc::heap_slice(self.buf, len, self.len - len);
            self.len = len;
            unsafe { crate::ptr::drop_in_place(tail) }
        }
    }
    pub unsafe fn from_raw_parts(ptr: *mut T, length: usize, capacity: usize) -> Self {
        crate::boxed::check_raw(ptr);
        let buf = if capacity == 0 { empty() } else { alloc::heap_of_ref(ptr) };
        Vec { buf, cap: capacity, len: length }
    }
    #[must_use] pub fn into_raw_parts(self) -> (*mut T, usize, usize) {
        let mut this = crate::mem::ManuallyDrop::new(self);
        (this.as_mut_ptr(), this.len, this.cap)
    }
    pub const fn as_ptr(&self) -> *const T {
        self.as_slice().as_ptr()
    }
    pub const fn as_mut_ptr(&mut self) -> *mut T {
        self.as_mut_slice().as_mut_ptr()
    }
    pub const fn as_slice(&self) -> &[T] {
        alloc::heap_slice(self.buf, 0, self.len)
    }
    pub const fn as_mut_slice(&mut self) -> &mut [T] {
        alloc::heap_slice(self.buf, 0, self.len)
    }
    pub fn spare_capacity_mut(&mut self) -> &mut [crate::mem::MaybeUninit<T>] {
        unsafe {
            let start = alloc::heap_slice(self.buf, self.len, self.cap - self.len);
            &mut *(start as *mut [T] as *mut [crate::mem::MaybeUninit<T>])
        }
    }
    #[panics_at = "alloc/src/vec/mod.rs:2162:9"]
    pub unsafe fn set_len(&mut self, new_len: usize) {
        crate::rt::precondition(new_len <= self.capacity(), "Vec::set_len requires that new_len <= capacity()");
        self.len = new_len
    }
    #[panics_at = "alloc/src/vec/mod.rs:2202:13"]
    pub fn swap_remove(&mut self, index: usize) -> T {
        let len = self.len;
        if index >= len {
            panic!("swap_remove index (is {index}) should be < len (is {len})");
        }
        let value = alloc::heap_take(self.buf, index);
        if index != len - 1 {
            alloc::heap_move(self.buf, len - 1, index, 1);
        }
        self.len = len - 1;
        value
    }
    #[track_caller]
    pub fn insert(&mut self, index: usize, element: T) {
        let len = self.len;
        if index > len {
            panic!("insertion index (is {index}) should be <= len (is {len})");
        }
        self.grow_for(len + 1);
        if index < len {
            alloc::heap_move(self.buf, index, index + 1, len - index);
        }
        alloc::heap_put(self.buf, index, element);
        self.len = len + 1;
    }
    #[track_caller]
    pub fn remove(&mut self, index: usize) -> T {
        let len = self.len;
        if index >= len {
            panic!("removal index (is {index}) should be < len (is {len})");
        }
        let value = alloc::heap_take(self.buf, index);
        alloc::heap_move(self.buf, index + 1, index, len - index - 1);
        self.len = len - 1;
        value
    }
    pub fn retain<F>(&mut self, mut f: F)
    where
        F: FnMut(&T) -> bool,
    {
        self.retain_mut(|element| f(element))
    }
    pub fn retain_mut<F>(&mut self, mut f: F)
    where
        F: FnMut(&mut T) -> bool,
    {
        let mut gap = Gap { left: self.len, vec: self, done: 0, kept: 0 };
        gap.vec.len = 0;
        while gap.left > 0 {
            let keep = f(gap.next());
            gap.pass(keep);
        }
    }
    pub fn dedup_by_key<F, K>(&mut self, mut key: F)
    where
        F: FnMut(&mut T) -> K,
        K: PartialEq,
    {
        self.dedup_by(|a, b| key(a) == key(b))
    }
    pub fn dedup_by<F>(&mut self, mut same_bucket: F)
    where
        F: FnMut(&mut T, &mut T) -> bool,
    {
        if self.len < 2 {
            return;
        }
        let mut gap = Gap { left: self.len - 1, vec: self, done: 1, kept: 1 };
        gap.vec.len = 0;
        while gap.left > 0 {
            let last: &mut T = &mut alloc::heap_slice(gap.vec.buf, gap.kept - 1, 1)[0];
            let keep = !same_bucket(gap.next(), last);
            gap.pass(keep);
        }
    }
    #[rustc_const_unstable(feature = "const_heap", issue = "79597")]
    pub fn push(&mut self, value: T) {
        if self.len == self.cap {
            self.grow_for(self.len + 1);
        }
        alloc::heap_put(self.buf, self.len, value);
        self.len += 1;
    }
    pub fn pop(&mut self) -> Option<T> {
        if self.len == 0 {
            None
        } else {
            self.len -= 1;
            Some(alloc::heap_take(self.buf, self.len))
        }
    }
    #[rustc_const_unstable(feature = "const_heap", issue = "79597")]
    #[must_use] pub fn push_mut(&mut self, value: T) -> &mut T {
        let at = self.len;
        self.push(value);
        &mut self[at]
    }
    #[track_caller]
    #[must_use] pub fn insert_mut(&mut self, index: usize, element: T) -> &mut T {
        self.insert(index, element);
        &mut self[index]
    }
    pub fn pop_if(&mut self, predicate: impl FnOnce(&mut T) -> bool) -> Option<T> {
        let last = self.last_mut()?;
        if predicate(last) { self.pop() } else { None }
    }
    pub fn append(&mut self, other: &mut Vec<T>) {
        self.grow_for(self.len + other.len);
        alloc::heap_move_to(other.buf, 0, self.buf, self.len, other.len);
        self.len += other.len;
        other.len = 0;
    }
    pub fn clear(&mut self) {
        self.truncate(0)
    }
    pub const fn len(&self) -> usize {
        self.len
    }
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }
    #[track_caller]
    #[must_use] pub fn split_off(&mut self, at: usize) -> Vec<T> {
        let len = self.len;
        if at > len {
            panic!("`at` split index (is {at}) should be <= len (is {len})");
        }
        let mut other = Vec::with_capacity(len - at);
        alloc::heap_move_to(self.buf, at, other.buf, 0, len - at);
        other.len = len - at;
        self.len = at;
        other
    }
    #[track_caller]
    pub fn drain<R>(&mut self, range: R) -> Drain<'_, T>
    where
        R: RangeBounds<usize>,
    {
        let range = ops::resolve_range(range, self.len);
        let tail_len = self.len - range.end;
        self.len = range.start;
        Drain { at: range.start, end: range.end, tail_start: range.end, tail_len, vec: self }
    }
    #[track_caller]
    pub fn extract_if<F, R>(&mut self, range: R, filter: F) -> ExtractIf<'_, T, F>
    where
        F: FnMut(&mut T) -> bool,
        R: RangeBounds<usize>,
    {
        let old_len = self.len;
        let range = ops::resolve_range(range, old_len);
        self.len = 0;
        ExtractIf { vec: self, at: range.start, end: range.end, removed: 0, old_len, filter }
    }
    #[track_caller]
    pub fn splice<R, I>(&mut self, range: R, replace_with: I) -> Splice<'_, I::IntoIter>
    where
        R: RangeBounds<usize>,
        I: IntoIterator<Item = T>,
    {
        Splice { drain: self.drain(range), replace_with: replace_with.into_iter() }
    }
    pub fn leak<'a>(self) -> &'a mut [T] {
        let slice = alloc::heap_slice(self.buf, 0, self.len);
        crate::mem::forget(self);
        slice
    }
    pub fn resize_with<F>(&mut self, new_len: usize, mut f: F)
    where
        F: FnMut() -> T,
    {
        if new_len > self.len {
            self.reserve(new_len - self.len);
            while self.len < new_len {
                self.push(f());
            }
        } else {
            self.truncate(new_len);
        }
    }
}
impl<T: Clone> Vec<T> {
    pub fn resize(&mut self, new_len: usize, value: T) {
        if new_len > self.len {
            self.extend_with(new_len - self.len, value);
        } else {
            self.truncate(new_len);
        }
    }
    /// If a clone panics, the value is dropped before what the vector holds.
    fn extend_with(&mut self, n: usize, value: T) {
        self.reserve(n);
        for _ in 1..n {
            self.push(value.clone());
        }
        if n > 0 {
            self.push(value);
        }
    }
    pub fn extend_from_slice(&mut self, other: &[T]) {
        self.reserve(other.len());
        if is_plain::<T>() {
            append_plain(self.buf, self.len, other);
            self.len += other.len();
        } else {
            for x in other {
                self.push(x.clone());
            }
        }
    }
    #[track_caller]
    pub fn extend_from_within<R: RangeBounds<usize>>(&mut self, src: R) {
        let range = ops::resolve_range(src, self.len);
        let mut i = range.start;
        while i < range.end {
            self.push(self[i].clone());
            i += 1;
        }
    }
}
/// Whether cloning a `T` is copying one cell (integers, floats, bool, char).
#[intrinsic = "type_is_plain"]
pub(crate) const fn is_plain<T>() -> bool;
/// Copies the elements to cells `at..`.
#[intrinsic = "heap_append_plain"]
fn append_plain<T>(buf: HeapPtr<T>, at: usize, elements: &[T]);

impl Vec<u8> {
    /// Replaces bytes `start..end` by others.
    pub(crate) fn splice_bytes(&mut self, start: usize, end: usize, bytes: &[u8]) {
        let tail = self.len - end;
        let new_len = start + bytes.len() + tail;
        self.grow_for(new_len);
        if tail > 0 {
            alloc::heap_move(self.buf, end, start + bytes.len(), tail);
        }
        append_plain(self.buf, start, bytes);
        self.len = new_len;
    }
}
impl<T, const N: usize> Vec<[T; N]> {
    pub fn into_flattened(self) -> Vec<T> {
        let mut flat = Vec::new();
        for part in self {
            flat.extend(part);
        }
        flat
    }
}

/// What `vec![elem; n]` calls.
#[lang = "vec_from_elem"]
pub fn from_elem<T: Clone>(elem: T, n: usize) -> Vec<T> {
    let mut v = Vec::with_capacity(n);
    if n > 0 && is_plain::<T>() {
        fill_plain(v.buf, n, elem);
        v.len = n;
    } else {
        v.extend_with(n, elem);
    }
    v
}
#[intrinsic = "heap_fill_plain"]
fn fill_plain<T>(buf: HeapPtr<T>, n: usize, value: T);

unsafe impl<#[may_dangle] T> Drop for Vec<T> {
    fn drop(&mut self) {
        unsafe { crate::ptr::drop_in_place(alloc::heap_slice(self.buf, 0, self.len)) }
        alloc::heap_free(self.buf)
    }
}

impl<T> Deref for Vec<T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        alloc::heap_slice(self.buf, 0, self.len)
    }
}
impl<T> DerefMut for Vec<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        alloc::heap_slice(self.buf, 0, self.len)
    }
}
impl<T: Clone> Clone for Vec<T> {
    fn clone(&self) -> Self {
        self.as_slice().to_vec()
    }
    fn clone_from(&mut self, source: &Self) {
        self.truncate(source.len());
        let n = self.len;
        self.clone_from_slice(&source[..n]);
        self.extend_from_slice(&source[n..]);
    }
}
impl<T> Default for Vec<T> {
    fn default() -> Vec<T> {
        Vec::new()
    }
}
impl<T: crate::hash::Hash> crate::hash::Hash for Vec<T> {
    fn hash<H: crate::hash::Hasher>(&self, state: &mut H) {
        crate::hash::Hash::hash(&**self, state)
    }
}
impl<T: fmt::Debug> fmt::Debug for Vec<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}
impl<T, I: SliceIndex<[T]>> Index<I> for Vec<T> {
    type Output = I::Output;
    #[track_caller]
    fn index(&self, index: I) -> &Self::Output {
        Index::index(&**self, index)
    }
}
impl<T, I: SliceIndex<[T]>> IndexMut<I> for Vec<T> {
    #[track_caller]
    fn index_mut(&mut self, index: I) -> &mut Self::Output {
        IndexMut::index_mut(&mut **self, index)
    }
}
impl<T> FromIterator<T> for Vec<T> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Vec<T> {
        let iterator = iter.into_iter();
        let (lower, upper) = iterator.size_hint();
        let exact = match upper {
            Some(n) => n == lower,
            None => false,
        };
        let mut v = if exact { Vec::with_capacity(lower) } else { Vec::new() };
        for x in iterator {
            v.push(x);
        }
        v
    }
}
impl<T> Extend<T> for Vec<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) {
        let iterator = iter.into_iter();
        self.reserve(iterator.size_hint().0);
        for x in iterator {
            self.push(x);
        }
    }
}
impl<'a, T: Copy + 'a> Extend<&'a T> for Vec<T> {
    fn extend<I: IntoIterator<Item = &'a T>>(&mut self, iter: I) {
        for x in iter {
            self.push(*x);
        }
    }
}
impl<T> IntoIterator for Vec<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;
    fn into_iter(self) -> IntoIter<T> {
        let iter = IntoIter { buf: self.buf, at: 0, end: self.len };
        crate::mem::forget(self);
        iter
    }
}
impl<'a, T> IntoIterator for &'a Vec<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}
impl<'a, T> IntoIterator for &'a mut Vec<T> {
    type Item = &'a mut T;
    type IntoIter = IterMut<'a, T>;
    fn into_iter(self) -> IterMut<'a, T> {
        self.iter_mut()
    }
}
macro_rules! vec_eq {
    ($([$($vars:tt)*] $lhs:ty, $rhs:ty;)*) => {
        $(impl<T, U, $($vars)*> PartialEq<$rhs> for $lhs
        where
            T: PartialEq<U>,
        {
            fn eq(&self, other: &$rhs) -> bool {
                self[..] == other[..]
            }
        })*
    };
}
vec_eq! {
    [] Vec<T>, Vec<U>;
    [] Vec<T>, &[U];
    [] Vec<T>, &mut [U];
    [] &[T], Vec<U>;
    [] &mut [T], Vec<U>;
    [] Vec<T>, [U];
    [] [T], Vec<U>;
    [const N: usize] Vec<T>, [U; N];
    [const N: usize] Vec<T>, &[U; N];
}
impl<T: Eq> Eq for Vec<T> {}
impl<T: PartialOrd> PartialOrd for Vec<T> {
    fn partial_cmp(&self, other: &Vec<T>) -> Option<Ordering> {
        PartialOrd::partial_cmp(&**self, &**other)
    }
}
impl<T: Ord> Ord for Vec<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        Ord::cmp(&**self, &**other)
    }
}
impl<T> AsRef<Vec<T>> for Vec<T> {
    fn as_ref(&self) -> &Vec<T> {
        self
    }
}
impl<T> AsMut<Vec<T>> for Vec<T> {
    fn as_mut(&mut self) -> &mut Vec<T> {
        self
    }
}
impl<T> AsRef<[T]> for Vec<T> {
    fn as_ref(&self) -> &[T] {
        self
    }
}
impl<T> AsMut<[T]> for Vec<T> {
    fn as_mut(&mut self) -> &mut [T] {
        self
    }
}
impl<T> Borrow<[T]> for Vec<T> {
    fn borrow(&self) -> &[T] {
        self
    }
}
impl<T> BorrowMut<[T]> for Vec<T> {
    fn borrow_mut(&mut self) -> &mut [T] {
        self
    }
}
impl<T: Clone> From<&[T]> for Vec<T> {
    fn from(s: &[T]) -> Vec<T> {
        s.to_vec()
    }
}
impl<T: Clone> From<&mut [T]> for Vec<T> {
    fn from(s: &mut [T]) -> Vec<T> {
        s.to_vec()
    }
}
impl<T: Clone, const N: usize> From<&[T; N]> for Vec<T> {
    fn from(s: &[T; N]) -> Vec<T> {
        s.to_vec()
    }
}
impl<T: Clone, const N: usize> From<&mut [T; N]> for Vec<T> {
    fn from(s: &mut [T; N]) -> Vec<T> {
        s.to_vec()
    }
}
impl<T, const N: usize> From<[T; N]> for Vec<T> {
    fn from(s: [T; N]) -> Vec<T> {
        let boxed: Box<[T]> = Box::new(s);
        boxed.into_vec()
    }
}
impl<T> From<Box<[T]>> for Vec<T> {
    fn from(s: Box<[T]>) -> Vec<T> {
        s.into_vec()
    }
}
impl From<crate::ffi::CString> for Vec<u8> {
    fn from(s: crate::ffi::CString) -> Vec<u8> {
        s.into_bytes()
    }
}
impl From<&str> for Vec<u8> {
    fn from(s: &str) -> Vec<u8> {
        s.as_bytes().to_vec()
    }
}
impl<'a, T: Clone> From<Cow<'a, [T]>> for Vec<T> {
    fn from(s: Cow<'a, [T]>) -> Vec<T> {
        s.into_owned()
    }
}
impl<T, const N: usize> TryFrom<Vec<T>> for [T; N] {
    type Error = Vec<T>;
    fn try_from(vec: Vec<T>) -> Result<[T; N], Vec<T>> {
        if vec.len != N {
            return Err(vec);
        }
        let array = array_from_cells(vec.buf);
        alloc::heap_free(vec.buf);
        crate::mem::forget(vec);
        Ok(array)
    }
}
/// An array of the first `N` cells' values, which are empty from then on.
#[intrinsic = "heap_take_array"]
pub(crate) fn array_from_cells<T, const N: usize>(buf: HeapPtr<T>) -> [T; N];
