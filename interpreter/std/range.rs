//! Ranges that aren't iterators themselves.

use crate::fmt;
use crate::iter::{FusedIterator, Step};
use crate::ops::{self, Bound, RangeBounds};
use crate::slice::SliceIndex;

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct RangeInclusive<Idx> {
    pub start: Idx,
    pub last: Idx,
}
impl<Idx: fmt::Debug> fmt::Debug for RangeInclusive<Idx> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.start.fmt(f)?;
        f.write_str("..=")?;
        self.last.fmt(f)
    }
}
impl<Idx: PartialOrd<Idx>> RangeInclusive<Idx> {
    pub fn contains<U>(&self, item: &U) -> bool
    where
        Idx: PartialOrd<U>,
        U: ?Sized + PartialOrd<Idx>,
    {
        self.start <= *item && *item <= self.last
    }
    pub fn is_empty(&self) -> bool {
        !(self.start <= self.last)
    }
}
impl<Idx: Step> RangeInclusive<Idx> {
    pub fn iter(&self) -> RangeInclusiveIter<Idx> {
        self.clone().into_iter()
    }
}
impl<T> RangeBounds<T> for RangeInclusive<T> {
    fn start_bound(&self) -> Bound<&T> {
        Bound::Included(&self.start)
    }
    fn end_bound(&self) -> Bound<&T> {
        Bound::Included(&self.last)
    }
}
impl<T> RangeBounds<T> for RangeInclusive<&T> {
    fn start_bound(&self) -> Bound<&T> {
        Bound::Included(self.start)
    }
    fn end_bound(&self) -> Bound<&T> {
        Bound::Included(self.last)
    }
}
impl<T> From<RangeInclusive<T>> for ops::RangeInclusive<T> {
    fn from(value: RangeInclusive<T>) -> Self {
        ops::RangeInclusive::new(value.start, value.last)
    }
}
impl<T> From<ops::RangeInclusive<T>> for RangeInclusive<T> {
    fn from(value: ops::RangeInclusive<T>) -> Self {
        let (start, last) = value.into_inner();
        RangeInclusive { start, last }
    }
}
impl<A: Step> IntoIterator for RangeInclusive<A> {
    type Item = A;
    type IntoIter = RangeInclusiveIter<A>;
    fn into_iter(self) -> RangeInclusiveIter<A> {
        RangeInclusiveIter(self.into())
    }
}
macro_rules! indices {
    ($([$($of:tt)*] $slice:ty;)*) => {
        $(impl$($of)* SliceIndex<$slice> for RangeInclusive<usize> {
            type Output = $slice;
            fn get(self, slice: &$slice) -> Option<&$slice> {
                ops::RangeInclusive::from(self).get(slice)
            }
            fn get_mut(self, slice: &mut $slice) -> Option<&mut $slice> {
                ops::RangeInclusive::from(self).get_mut(slice)
            }
            #[track_caller]
            fn index(self, slice: &$slice) -> &$slice {
                ops::RangeInclusive::from(self).index(slice)
            }
            #[track_caller]
            fn index_mut(self, slice: &mut $slice) -> &mut $slice {
                ops::RangeInclusive::from(self).index_mut(slice)
            }
        })*
    };
}
indices! { [<T>] [T]; [] str; }

#[derive(Clone, Debug)]
pub struct RangeInclusiveIter<A>(ops::RangeInclusive<A>);
impl<A: Step> Iterator for RangeInclusiveIter<A> {
    type Item = A;
    fn next(&mut self) -> Option<A> {
        self.0.next()
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
    fn nth(&mut self, n: usize) -> Option<A> {
        self.0.nth(n)
    }
}
impl<A: Step> DoubleEndedIterator for RangeInclusiveIter<A> {
    fn next_back(&mut self) -> Option<A> {
        self.0.next_back()
    }
}
impl<A: Step> FusedIterator for RangeInclusiveIter<A> {}
macro_rules! exact {
    ($($t:ty)*) => {
        $(impl ExactSizeIterator for RangeInclusiveIter<$t> {})*
    };
}
exact! { u8 i8 }
