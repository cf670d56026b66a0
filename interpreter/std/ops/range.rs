//! Ranges, their bounds, and ranges as iterators.

use crate::fmt;
use crate::iter::{FusedIterator, Step};
use crate::slice_impl::slice_index_fail;

#[lang = "RangeFull"]
#[derive(Copy, Clone, Default, PartialEq, Eq, Hash)]
pub struct RangeFull;
impl fmt::Debug for RangeFull {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("..")
    }
}

#[lang = "Range"]
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Range<Idx> {
    pub start: Idx,
    pub end: Idx,
}
impl<Idx: fmt::Debug> fmt::Debug for Range<Idx> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.start.fmt(f)?;
        f.write_str("..")?;
        self.end.fmt(f)
    }
}
impl<Idx: PartialOrd<Idx>> Range<Idx> {
    pub fn contains<U>(&self, item: &U) -> bool
    where
        Idx: PartialOrd<U>,
        U: ?Sized + PartialOrd<Idx>,
    {
        self.start <= *item && *item < self.end
    }
    pub fn is_empty(&self) -> bool {
        !(self.start < self.end)
    }
}

#[lang = "RangeFrom"]
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct RangeFrom<Idx> {
    pub start: Idx,
}
impl<Idx: fmt::Debug> fmt::Debug for RangeFrom<Idx> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.start.fmt(f)?;
        f.write_str("..")
    }
}
impl<Idx: PartialOrd<Idx>> RangeFrom<Idx> {
    pub fn contains<U>(&self, item: &U) -> bool
    where
        Idx: PartialOrd<U>,
        U: ?Sized + PartialOrd<Idx>,
    {
        self.start <= *item
    }
}

#[lang = "RangeTo"]
#[derive(Copy, Clone, PartialEq, Eq, Hash)]
pub struct RangeTo<Idx> {
    pub end: Idx,
}
impl<Idx: fmt::Debug> fmt::Debug for RangeTo<Idx> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("..")?;
        self.end.fmt(f)
    }
}
impl<Idx: PartialOrd<Idx>> RangeTo<Idx> {
    pub fn contains<U>(&self, item: &U) -> bool
    where
        Idx: PartialOrd<U>,
        U: ?Sized + PartialOrd<Idx>,
    {
        *item < self.end
    }
}

#[lang = "RangeInclusive"]
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct RangeInclusive<Idx> {
    pub(crate) start: Idx,
    pub(crate) end: Idx,
    pub(crate) exhausted: bool,
}
impl<Idx> RangeInclusive<Idx> {
    #[lang = "range_inclusive_new"]
    #[rustc_promotable]
    pub const fn new(start: Idx, end: Idx) -> Self {
        RangeInclusive { start, end, exhausted: false }
    }
    pub const fn start(&self) -> &Idx {
        &self.start
    }
    pub const fn end(&self) -> &Idx {
        &self.end
    }
    pub fn into_inner(self) -> (Idx, Idx) {
        (self.start, self.end)
    }
}
impl RangeInclusive<usize> {
    /// The first index; of what has been run through, the one after the last.
    pub(crate) fn first(&self) -> usize {
        if self.exhausted { self.end + 1 } else { self.start }
    }
}
impl<Idx: fmt::Debug> fmt::Debug for RangeInclusive<Idx> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.start.fmt(f)?;
        f.write_str("..=")?;
        self.end.fmt(f)?;
        if self.exhausted {
            f.write_str(" (exhausted)")?;
        }
        Ok(())
    }
}
impl<Idx: PartialOrd<Idx>> RangeInclusive<Idx> {
    pub fn contains<U>(&self, item: &U) -> bool
    where
        Idx: PartialOrd<U>,
        U: ?Sized + PartialOrd<Idx>,
    {
        self.start <= *item && if self.exhausted { *item < self.end } else { *item <= self.end }
    }
    pub fn is_empty(&self) -> bool {
        self.exhausted || !(self.start <= self.end)
    }
}

#[lang = "RangeToInclusive"]
#[derive(Copy, Clone, PartialEq, Eq, Hash)]
pub struct RangeToInclusive<Idx> {
    pub end: Idx,
}
impl<Idx: fmt::Debug> fmt::Debug for RangeToInclusive<Idx> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("..=")?;
        self.end.fmt(f)
    }
}
impl<Idx: PartialOrd<Idx>> RangeToInclusive<Idx> {
    pub fn contains<U>(&self, item: &U) -> bool
    where
        Idx: PartialOrd<U>,
        U: ?Sized + PartialOrd<Idx>,
    {
        *item <= self.end
    }
}

/// An end of a range: with the value, without it, or open.
#[derive(Clone, Copy, Debug, Hash, PartialEq, Eq)]
pub enum Bound<T> {
    Included(T),
    Excluded(T),
    Unbounded,
}
impl<T> Bound<T> {
    pub const fn as_ref(&self) -> Bound<&T> {
        match self {
            Bound::Included(x) => Bound::Included(x),
            Bound::Excluded(x) => Bound::Excluded(x),
            Bound::Unbounded => Bound::Unbounded,
        }
    }
    pub fn map<U, F: FnOnce(T) -> U>(self, f: F) -> Bound<U> {
        match self {
            Bound::Unbounded => Bound::Unbounded,
            Bound::Included(x) => Bound::Included(f(x)),
            Bound::Excluded(x) => Bound::Excluded(f(x)),
        }
    }
}
impl<T: Clone> Bound<&T> {
    #[must_use] pub fn cloned(self) -> Bound<T> {
        match self {
            Bound::Unbounded => Bound::Unbounded,
            Bound::Included(x) => Bound::Included(x.clone()),
            Bound::Excluded(x) => Bound::Excluded(x.clone()),
        }
    }
}

pub trait RangeBounds<T: ?Sized> {
    fn start_bound(&self) -> Bound<&T>;
    fn end_bound(&self) -> Bound<&T>;
    fn contains<U>(&self, item: &U) -> bool
    where
        T: PartialOrd<U>,
        U: ?Sized + PartialOrd<T>,
    {
        (match self.start_bound() {
            Bound::Included(start) => *start <= *item,
            Bound::Excluded(start) => *start < *item,
            Bound::Unbounded => true,
        }) && (match self.end_bound() {
            Bound::Included(end) => *item <= *end,
            Bound::Excluded(end) => *item < *end,
            Bound::Unbounded => true,
        })
    }
}
impl<T: ?Sized> RangeBounds<T> for RangeFull {
    fn start_bound(&self) -> Bound<&T> {
        Bound::Unbounded
    }
    fn end_bound(&self) -> Bound<&T> {
        Bound::Unbounded
    }
}
impl<T> RangeBounds<T> for RangeFrom<T> {
    fn start_bound(&self) -> Bound<&T> {
        Bound::Included(&self.start)
    }
    fn end_bound(&self) -> Bound<&T> {
        Bound::Unbounded
    }
}
impl<T> RangeBounds<T> for RangeTo<T> {
    fn start_bound(&self) -> Bound<&T> {
        Bound::Unbounded
    }
    fn end_bound(&self) -> Bound<&T> {
        Bound::Excluded(&self.end)
    }
}
impl<T> RangeBounds<T> for Range<T> {
    fn start_bound(&self) -> Bound<&T> {
        Bound::Included(&self.start)
    }
    fn end_bound(&self) -> Bound<&T> {
        Bound::Excluded(&self.end)
    }
}
impl<T> RangeBounds<T> for RangeInclusive<T> {
    fn start_bound(&self) -> Bound<&T> {
        Bound::Included(&self.start)
    }
    fn end_bound(&self) -> Bound<&T> {
        if self.exhausted { Bound::Excluded(&self.end) } else { Bound::Included(&self.end) }
    }
}
impl<T> RangeBounds<T> for RangeToInclusive<T> {
    fn start_bound(&self) -> Bound<&T> {
        Bound::Unbounded
    }
    fn end_bound(&self) -> Bound<&T> {
        Bound::Included(&self.end)
    }
}
impl<T> RangeBounds<T> for (Bound<T>, Bound<T>) {
    fn start_bound(&self) -> Bound<&T> {
        match &self.0 {
            Bound::Included(x) => Bound::Included(x),
            Bound::Excluded(x) => Bound::Excluded(x),
            Bound::Unbounded => Bound::Unbounded,
        }
    }
    fn end_bound(&self) -> Bound<&T> {
        match &self.1 {
            Bound::Included(x) => Bound::Included(x),
            Bound::Excluded(x) => Bound::Excluded(x),
            Bound::Unbounded => Bound::Unbounded,
        }
    }
}

impl<'a, T: ?Sized + 'a> RangeBounds<T> for (Bound<&'a T>, Bound<&'a T>) {
    fn start_bound(&self) -> Bound<&T> {
        self.0
    }
    fn end_bound(&self) -> Bound<&T> {
        self.1
    }
}
macro_rules! ranges_of_references {
    ($($range:ident)*) => {
        $(impl<T> RangeBounds<T> for $range<&T> {
            fn start_bound(&self) -> Bound<&T> {
                <$range<&T> as RangeBounds<&T>>::start_bound(self).map(|x| *x)
            }
            fn end_bound(&self) -> Bound<&T> {
                <$range<&T> as RangeBounds<&T>>::end_bound(self).map(|x| *x)
            }
        })*
    };
}
ranges_of_references! { Range RangeFrom RangeTo RangeInclusive RangeToInclusive }

impl<A: Step> Iterator for Range<A> {
    type Item = A;
    fn next(&mut self) -> Option<A> {
        if self.start < self.end {
            let next = A::succ(&self.start);
            Some(crate::mem::replace(&mut self.start, next))
        } else {
            None
        }
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        if self.start < self.end { A::steps_between(&self.start, &self.end) } else { (0, Some(0)) }
    }
    fn nth(&mut self, n: usize) -> Option<A> {
        if let Some(plus_n) = A::forward(self.start.clone(), n) {
            if plus_n < self.end {
                self.start = A::succ(&plus_n);
                return Some(plus_n);
            }
        }
        self.start = self.end.clone();
        None
    }
}
impl<A: Step> DoubleEndedIterator for Range<A> {
    fn next_back(&mut self) -> Option<A> {
        if self.start < self.end {
            self.end = A::pred(&self.end);
            Some(self.end.clone())
        } else {
            None
        }
    }
}
macro_rules! exact_size {
    ($($range:ident: $($t:ident)*;)*) => {
        $($(impl ExactSizeIterator for $range<$t> {})*)*
    };
}
exact_size! {
    Range: usize u8 isize i8 u16 i16 u32 i32;
    RangeInclusive: u8 i8 u16 i16;
}
impl<A: Step> Iterator for RangeFrom<A> {
    type Item = A;
    #[panics_at = "core/src/iter/range.rs:434:1"]
    fn next(&mut self) -> Option<A> {
        let next = match A::forward(self.start.clone(), 1) {
            Some(next) => next,
            None => crate::rt::panic_str("attempt to add with overflow"),
        };
        Some(crate::mem::replace(&mut self.start, next))
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        (usize::MAX, None)
    }
}
impl<A: Step> Iterator for RangeInclusive<A> {
    type Item = A;
    fn next(&mut self) -> Option<A> {
        if self.exhausted || !(self.start <= self.end) {
            return None;
        }
        if self.start < self.end {
            let next = A::succ(&self.start);
            Some(crate::mem::replace(&mut self.start, next))
        } else {
            self.exhausted = true;
            Some(self.start.clone())
        }
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        if self.exhausted || !(self.start <= self.end) {
            return (0, Some(0));
        }
        let (low, high) = A::steps_between(&self.start, &self.end);
        (low.saturating_add(1), high.and_then(|n| n.checked_add(1)))
    }
}
impl<A: Step> DoubleEndedIterator for RangeInclusive<A> {
    fn next_back(&mut self) -> Option<A> {
        if self.exhausted || !(self.start <= self.end) {
            return None;
        }
        if self.start < self.end {
            let next = A::pred(&self.end);
            Some(crate::mem::replace(&mut self.end, next))
        } else {
            self.exhausted = true;
            Some(self.end.clone())
        }
    }
}

impl<A: Step> FusedIterator for Range<A> {}
impl<A: Step> FusedIterator for RangeFrom<A> {}
impl<A: Step> FusedIterator for RangeInclusive<A> {}

/// Ranges with one end only: whether they begin at the front, and where that part ends (None: nowhere).
#[unstable(feature = "one_sided_range", issue = "69780")]
pub trait OneSidedRange<T>: RangeBounds<T> {
    fn one_side(self) -> Option<(bool, usize)>;
}
impl OneSidedRange<usize> for RangeTo<usize> {
    fn one_side(self) -> Option<(bool, usize)> {
        Some((true, self.end))
    }
}
impl OneSidedRange<usize> for RangeFrom<usize> {
    fn one_side(self) -> Option<(bool, usize)> {
        Some((false, self.start))
    }
}
impl OneSidedRange<usize> for RangeToInclusive<usize> {
    fn one_side(self) -> Option<(bool, usize)> {
        Some((true, self.end.checked_add(1)?))
    }
}

/// A pair of bounds as a half-open range, as far as there is one.
pub(crate) fn bounds_range(bounds: (Bound<usize>, Bound<usize>), len: usize) -> Option<Range<usize>> {
    let start = match bounds.0 {
        Bound::Included(start) => start,
        Bound::Excluded(start) => start.checked_add(1)?,
        Bound::Unbounded => 0,
    };
    let end = match bounds.1 {
        Bound::Included(end) => end.checked_add(1)?,
        Bound::Excluded(end) => end,
        Bound::Unbounded => len,
    };
    Some(start..end)
}

/// The half-open index range that `range` means within `len` elements; panics as slicing does.
#[track_caller]
pub(crate) fn resolve_range<R: RangeBounds<usize>>(range: R, len: usize) -> Range<usize> {
    let end = match range.end_bound() {
        Bound::Included(&e) if e < len => e + 1,
        Bound::Included(&e) => inclusive_end_fail(e, len),
        Bound::Excluded(&e) if e <= len => e,
        Bound::Unbounded => len,
        Bound::Excluded(&e) => end_index_fail(e, len),
    };
    let start = match range.start_bound() {
        Bound::Excluded(&s) if s < end => s + 1,
        Bound::Included(&s) if s <= end => s,
        Bound::Unbounded => 0,
        Bound::Included(&s) | Bound::Excluded(&s) => start_index_fail(s, end, len),
    };
    Range { start, end }
}
#[panics_at = "core/src/slice/index.rs:1031:55"]
fn start_index_fail(start: usize, end: usize, len: usize) -> ! {
    slice_index_fail(start, end, len)
}
#[panics_at = "core/src/slice/index.rs:1016:52"]
fn inclusive_end_fail(end: usize, len: usize) -> ! {
    slice_index_fail(0, end, len)
}
#[panics_at = "core/src/slice/index.rs:1020:51"]
fn end_index_fail(end: usize, len: usize) -> ! {
    slice_index_fail(0, end, len)
}
