//! `BTreeSet`: the keys of a BTreeMap.

use crate::borrow::Borrow;
use crate::collections::btree_map::{self, BTreeMap};
use crate::fmt;
use crate::iter::FusedIterator;
use crate::ops::{BitAnd, BitOr, BitXor, RangeBounds, Sub};

pub(crate) mod operations;

pub use operations::{Difference, Intersection, SymmetricDifference, Union};

#[lang = "BTreeSet"]
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[with_allocator]
pub struct BTreeSet<T> {
    map: BTreeMap<T, ()>,
}
impl<T> BTreeSet<T> {
    #[must_use] pub const fn new() -> BTreeSet<T> {
        BTreeSet { map: BTreeMap::new() }
    }
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { inner: self.map.keys() }
    }
    #[rustc_const_unstable(feature = "const_btree_len", issue = "71835")]
    #[must_use] pub fn len(&self) -> usize {
        self.map.len()
    }
    #[rustc_const_unstable(feature = "const_btree_len", issue = "71835")]
    #[must_use] pub fn is_empty(&self) -> bool {
        self.map.is_empty()
    }
    pub fn clear(&mut self) {
        self.map.clear()
    }
    pub fn range<K: ?Sized, R>(&self, range: R) -> Range<'_, T>
    where
        K: Ord,
        T: Borrow<K> + Ord,
        R: RangeBounds<K>,
    {
        Range { inner: self.map.range_in(range, true) }
    }
    pub fn split_off<Q: ?Sized + Ord>(&mut self, value: &Q) -> BTreeSet<T>
    where
        T: Borrow<Q> + Ord,
    {
        BTreeSet { map: self.map.split_off(value) }
    }
    pub fn replace(&mut self, value: T) -> Option<T>
    where
        T: Ord,
    {
        let old = self.map.remove_entry(&value);
        self.map.insert(value, ());
        match old {
            Some((key, _)) => Some(key),
            None => None,
        }
    }
    pub fn contains<Q: ?Sized>(&self, value: &Q) -> bool
    where
        T: Borrow<Q> + Ord,
        Q: Ord,
    {
        self.map.contains_key(value)
    }
    pub fn get<Q: ?Sized>(&self, value: &Q) -> Option<&T>
    where
        T: Borrow<Q> + Ord,
        Q: Ord,
    {
        match self.map.get_key_value(value) {
            Some((k, _)) => Some(k),
            None => None,
        }
    }
    #[must_use] pub fn first(&self) -> Option<&T> {
        self.iter().next()
    }
    #[must_use] pub fn last(&self) -> Option<&T> {
        self.iter().next_back()
    }
    pub fn pop_first(&mut self) -> Option<T> {
        match self.map.pop_first() {
            Some((k, _)) => Some(k),
            None => None,
        }
    }
    pub fn pop_last(&mut self) -> Option<T> {
        match self.map.pop_last() {
            Some((k, _)) => Some(k),
            None => None,
        }
    }
    pub fn insert(&mut self, value: T) -> bool
    where
        T: Ord,
    {
        self.map.insert(value, ()).is_none()
    }
    pub fn remove<Q: ?Sized>(&mut self, value: &Q) -> bool
    where
        T: Borrow<Q> + Ord,
        Q: Ord,
    {
        self.map.remove(value).is_some()
    }
    pub fn take<Q: ?Sized>(&mut self, value: &Q) -> Option<T>
    where
        T: Borrow<Q> + Ord,
        Q: Ord,
    {
        match self.map.remove_entry(value) {
            Some((k, _)) => Some(k),
            None => None,
        }
    }
    pub fn retain<F: FnMut(&T) -> bool>(&mut self, mut f: F) {
        self.map.retain(|k, _| f(k))
    }
    pub fn append(&mut self, other: &mut BTreeSet<T>)
    where
        T: Ord,
    {
        self.map.append(&mut other.map)
    }
    pub fn difference<'a>(&'a self, other: &'a BTreeSet<T>) -> Difference<'a, T>
    where
        T: Ord,
    {
        Difference::new(self, other)
    }
    pub fn intersection<'a>(&'a self, other: &'a BTreeSet<T>) -> Intersection<'a, T>
    where
        T: Ord,
    {
        Intersection::new(self, other)
    }
    pub fn union<'a>(&'a self, other: &'a BTreeSet<T>) -> Union<'a, T>
    where
        T: Ord,
    {
        Union::new(self, other)
    }
    pub fn symmetric_difference<'a>(&'a self, other: &'a BTreeSet<T>) -> SymmetricDifference<'a, T>
    where
        T: Ord,
    {
        SymmetricDifference::new(self, other)
    }
    #[track_caller]
    pub fn extract_if<F, R>(&mut self, range: R, pred: F) -> ExtractIf<'_, T, R, F>
    where
        T: Ord,
        R: RangeBounds<T>,
        F: FnMut(&T) -> bool,
    {
        ExtractIf { entries: self.map.entries(range), pred, range: crate::marker::PhantomData }
    }
    #[must_use] pub fn is_disjoint(&self, other: &BTreeSet<T>) -> bool
    where
        T: Ord,
    {
        self.iter().all(|x| !other.contains(x))
    }
    #[must_use] pub fn is_subset(&self, other: &BTreeSet<T>) -> bool
    where
        T: Ord,
    {
        self.iter().all(|x| other.contains(x))
    }
    #[must_use] pub fn is_superset(&self, other: &BTreeSet<T>) -> bool
    where
        T: Ord,
    {
        other.is_subset(self)
    }
}
impl<T> Default for BTreeSet<T> {
    fn default() -> BTreeSet<T> {
        BTreeSet::new()
    }
}
impl<T: fmt::Debug> fmt::Debug for BTreeSet<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}
impl<T: Ord> FromIterator<T> for BTreeSet<T> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> BTreeSet<T> {
        BTreeSet { map: iter.into_iter().map(|x| (x, ())).collect() }
    }
}
impl<T: Ord> Extend<T> for BTreeSet<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) {
        for x in iter {
            self.insert(x);
        }
    }
}
impl<'a, T: 'a + Ord + Copy> Extend<&'a T> for BTreeSet<T> {
    fn extend<I: IntoIterator<Item = &'a T>>(&mut self, iter: I) {
        for x in iter {
            self.insert(*x);
        }
    }
}
impl<T: Ord, const N: usize> From<[T; N]> for BTreeSet<T> {
    fn from(array: [T; N]) -> Self {
        array.into_iter().collect()
    }
}
impl<T> IntoIterator for BTreeSet<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;
    fn into_iter(self) -> IntoIter<T> {
        IntoIter { inner: self.map.into_keys() }
    }
}
impl<'a, T> IntoIterator for &'a BTreeSet<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}
/// Iterators over those of the map.
macro_rules! iterators {
    ($($name:ident [$($life:lifetime)?] $inner:ty, $item:ty, $x:ident => $part:expr;)*) => {
        $(pub struct $name<$($life,)? T> {
            inner: $inner,
        }
        impl<$($life,)? T> Iterator for $name<$($life,)? T> {
            type Item = $item;
            fn next(&mut self) -> Option<$item> {
                match self.inner.next() {
                    Some($x) => Some($part),
                    None => None,
                }
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                self.inner.size_hint()
            }
        }
        impl<$($life,)? T> DoubleEndedIterator for $name<$($life,)? T> {
            fn next_back(&mut self) -> Option<$item> {
                match self.inner.next_back() {
                    Some($x) => Some($part),
                    None => None,
                }
            }
        }
        impl<$($life,)? T> FusedIterator for $name<$($life,)? T> {}
        impl<$($life,)? T> Default for $name<$($life,)? T> {
            fn default() -> Self {
                $name { inner: Default::default() }
            }
        })*
    };
}
iterators! {
    Iter ['a] btree_map::Keys<'a, T, ()>, &'a T, key => key;
    Range ['a] btree_map::Range<'a, T, ()>, &'a T, entry => entry.0;
    IntoIter [] btree_map::IntoKeys<T, ()>, T, key => key;
}
impl<T: fmt::Debug> fmt::Debug for Iter<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Iter").field(&self.inner).finish()
    }
}
/// The value of each key in the map of a set, as rustc's shows it.
#[derive(Debug)]
struct SetValZST;
impl<T: fmt::Debug> fmt::Debug for Range<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pairs: Vec<_> = self.clone().map(|key| (key, SetValZST)).collect();
        f.debug_struct("Range").field("iter", &pairs).finish()
    }
}
impl<T: fmt::Debug> fmt::Debug for IntoIter<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pairs: Vec<_> = self.inner.remaining().map(|key| (key, SetValZST)).collect();
        f.debug_struct("IntoIter").field("iter", &pairs).finish()
    }
}
impl<T> ExactSizeIterator for Iter<'_, T> {}
impl<T> ExactSizeIterator for IntoIter<T> {}
impl<T> Clone for Iter<'_, T> {
    fn clone(&self) -> Self {
        Iter { inner: self.inner.clone() }
    }
}
impl<T> Clone for Range<'_, T> {
    fn clone(&self) -> Self {
        Range { inner: self.inner.clone() }
    }
}
/// The elements that `pred` picks, taken out one by one.
#[must_use] pub struct ExtractIf<'a, T, R, F> {
    entries: btree_map::Entries<'a, T, ()>,
    pred: F,
    range: crate::marker::PhantomData<R>,
}
impl<T, R, F: FnMut(&T) -> bool> Iterator for ExtractIf<'_, T, R, F> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        let pred = &mut self.pred;
        match self.entries.take_if(|key, _| pred(key)) {
            Some((key, _)) => Some(key),
            None => None,
        }
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, Some(self.entries.left()))
    }
}
impl<T, R, F: FnMut(&T) -> bool> FusedIterator for ExtractIf<'_, T, R, F> {}
impl<T: fmt::Debug, R, F> fmt::Debug for ExtractIf<'_, T, R, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ExtractIf").field("peek", &self.entries.peek().map(|item| &item.0)).finish_non_exhaustive()
    }
}
macro_rules! set_operators {
    ($($tr:ident $f:ident $method:ident;)*) => {
        $(impl<T: Ord + Clone> $tr<&BTreeSet<T>> for &BTreeSet<T> {
            type Output = BTreeSet<T>;
            fn $f(self, rhs: &BTreeSet<T>) -> BTreeSet<T> {
                self.$method(rhs).cloned().collect()
            }
        })*
    };
}
set_operators! {
    BitOr bitor union;
    BitAnd bitand intersection;
    BitXor bitxor symmetric_difference;
    Sub sub difference;
}
