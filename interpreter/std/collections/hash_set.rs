//! `HashSet`: the keys of a HashMap.

use crate::borrow::Borrow;
use crate::collections::hash_map::{self, HashMap};
use crate::fmt;
use crate::hash::{BuildHasher, Hash, RandomState};
use crate::iter::FusedIterator;
use crate::ops::{BitAnd, BitOr, BitXor, Sub};

#[lang = "HashSet"]
pub struct HashSet<T, S = RandomState> {
    map: HashMap<T, (), S>,
}
impl<T> HashSet<T, RandomState> {
    pub fn new() -> HashSet<T, RandomState> {
        HashSet { map: HashMap::new() }
    }
    pub fn with_capacity(capacity: usize) -> HashSet<T, RandomState> {
        HashSet { map: HashMap::with_capacity(capacity) }
    }
}
impl<T, S> HashSet<T, S> {
    pub const fn with_hasher(hasher: S) -> HashSet<T, S> {
        HashSet { map: HashMap::with_hasher(hasher) }
    }
    pub fn with_capacity_and_hasher(capacity: usize, hasher: S) -> HashSet<T, S> {
        HashSet { map: HashMap::with_capacity_and_hasher(capacity, hasher) }
    }
    pub fn hasher(&self) -> &S {
        self.map.hasher()
    }
    pub fn capacity(&self) -> usize {
        self.map.capacity()
    }
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { inner: self.map.keys() }
    }
    pub fn len(&self) -> usize {
        self.map.len()
    }
    pub fn is_empty(&self) -> bool {
        self.map.is_empty()
    }
    pub fn clear(&mut self) {
        self.map.clear()
    }
    pub fn drain(&mut self) -> Drain<'_, T> {
        Drain { inner: self.map.drain() }
    }
    pub fn extract_if<F: FnMut(&T) -> bool>(&mut self, pred: F) -> ExtractIf<'_, T, F> {
        ExtractIf { entries: self.map.entries(), pred }
    }
    pub fn retain<F: FnMut(&T) -> bool>(&mut self, mut f: F) {
        self.map.retain(|k, _| f(k))
    }
}
impl<T: Eq + Hash, S: BuildHasher> HashSet<T, S> {
    pub fn reserve(&mut self, additional: usize) {
        self.map.reserve(additional)
    }
    pub fn try_reserve(&mut self, additional: usize) -> Result<(), crate::collections::TryReserveError> {
        crate::collections::try_capacity(self.len(), additional)?;
        self.reserve(additional);
        Ok(())
    }
    pub fn shrink_to_fit(&mut self) {
        self.map.shrink_to_fit()
    }
    pub fn shrink_to(&mut self, min_capacity: usize) {
        self.map.shrink_to(min_capacity)
    }
    pub fn contains<Q: ?Sized>(&self, value: &Q) -> bool
    where
        T: Borrow<Q>,
        Q: Hash + Eq,
    {
        self.map.contains_key(value)
    }
    pub fn get<Q: ?Sized>(&self, value: &Q) -> Option<&T>
    where
        T: Borrow<Q>,
        Q: Hash + Eq,
    {
        match self.map.get_key_value(value) {
            Some((k, _)) => Some(k),
            None => None,
        }
    }
    pub fn insert(&mut self, value: T) -> bool {
        self.map.insert(value, ()).is_none()
    }
    pub fn replace(&mut self, value: T) -> Option<T> {
        let old = self.take(&value);
        self.insert(value);
        old
    }
    pub fn remove<Q: ?Sized>(&mut self, value: &Q) -> bool
    where
        T: Borrow<Q>,
        Q: Hash + Eq,
    {
        self.map.remove(value).is_some()
    }
    pub fn take<Q: ?Sized>(&mut self, value: &Q) -> Option<T>
    where
        T: Borrow<Q>,
        Q: Hash + Eq,
    {
        match self.map.remove_entry(value) {
            Some((k, _)) => Some(k),
            None => None,
        }
    }
    pub fn difference<'a>(&'a self, other: &'a HashSet<T, S>) -> Difference<'a, T, S> {
        Difference { iter: self.iter(), other }
    }
    pub fn intersection<'a>(&'a self, other: &'a HashSet<T, S>) -> Intersection<'a, T, S> {
        Intersection { iter: self.iter(), other }
    }
    pub fn union<'a>(&'a self, other: &'a HashSet<T, S>) -> Union<'a, T, S> {
        Union { iter: self.iter().chain(other.difference(self)) }
    }
    pub fn symmetric_difference<'a>(&'a self, other: &'a HashSet<T, S>) -> SymmetricDifference<'a, T, S> {
        SymmetricDifference { iter: self.difference(other).chain(other.difference(self)) }
    }
    pub fn is_disjoint(&self, other: &HashSet<T, S>) -> bool {
        self.iter().all(|v| !other.contains(v))
    }
    pub fn is_subset(&self, other: &HashSet<T, S>) -> bool {
        self.iter().all(|v| other.contains(v))
    }
    pub fn is_superset(&self, other: &HashSet<T, S>) -> bool {
        other.is_subset(self)
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
        impl<$($life,)? T> FusedIterator for $name<$($life,)? T> {}
        impl<$($life,)? T> ExactSizeIterator for $name<$($life,)? T> {})*
    };
}
iterators! {
    Iter ['a] hash_map::Keys<'a, T, ()>, &'a T, key => key;
    IntoIter [] hash_map::IntoKeys<T, ()>, T, key => key;
    Drain ['a] hash_map::Drain<'a, T, ()>, T, entry => entry.0;
}
macro_rules! shown_as_map {
    ($($name:ident [$($life:lifetime)?];)*) => {
        $(impl<T: fmt::Debug> fmt::Debug for $name<$($life,)? T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.inner, f)
            }
        })*
    };
}
shown_as_map! { Iter ['_]; IntoIter []; }
impl<T: fmt::Debug> fmt::Debug for Drain<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.inner.keys_left()).finish()
    }
}
impl<T> Clone for Iter<'_, T> {
    fn clone(&self) -> Self {
        Iter { inner: self.inner.clone() }
    }
}
impl<T> Default for Iter<'_, T> {
    fn default() -> Self {
        Iter { inner: Default::default() }
    }
}
impl<T> Default for IntoIter<T> {
    fn default() -> Self {
        IntoIter { inner: Default::default() }
    }
}
/// Iterators over the elements of one set that are, or aren't, in another one.
macro_rules! compared {
    ($($name:ident $wanted:literal;)*) => {
        $(pub struct $name<'a, T, S> {
            iter: Iter<'a, T>,
            other: &'a HashSet<T, S>,
        }
        impl<'a, T: Eq + Hash, S: BuildHasher> Iterator for $name<'a, T, S> {
            type Item = &'a T;
            fn next(&mut self) -> Option<&'a T> {
                loop {
                    let x = self.iter.next()?;
                    if self.other.contains(x) == $wanted {
                        return Some(x);
                    }
                }
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                (0, self.iter.size_hint().1)
            }
        }
        impl<T, S> Clone for $name<'_, T, S> {
            fn clone(&self) -> Self {
                $name { iter: self.iter.clone(), other: self.other }
            }
        })*
    };
}
compared! { Intersection true; Difference false; }
macro_rules! of_two {
    ($($name:ident $first:ty;)*) => {
        $(pub struct $name<'a, T, S> {
            iter: crate::iter::Chain<$first, Difference<'a, T, S>>,
        }
        impl<'a, T: Eq + Hash, S: BuildHasher> Iterator for $name<'a, T, S> {
            type Item = &'a T;
            fn next(&mut self) -> Option<&'a T> {
                self.iter.next()
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                self.iter.size_hint()
            }
        }
        impl<T, S> Clone for $name<'_, T, S> {
            fn clone(&self) -> Self {
                $name { iter: self.iter.clone() }
            }
        })*
    };
}
of_two! { Union Iter<'a, T>; SymmetricDifference Difference<'a, T, S>; }
macro_rules! set_iterators {
    ($($name:ident)*) => {
        $(impl<T: Eq + Hash, S: BuildHasher> FusedIterator for $name<'_, T, S> {}
        impl<T: fmt::Debug + Eq + Hash, S: BuildHasher> fmt::Debug for $name<'_, T, S> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_list().entries(self.clone()).finish()
            }
        })*
    };
}
set_iterators! { Intersection Difference Union SymmetricDifference }
/// The elements that `pred` picks, taken out one by one.
#[must_use] pub struct ExtractIf<'a, T, F> {
    entries: hash_map::Entries<'a, T, ()>,
    pred: F,
}
impl<T, F: FnMut(&T) -> bool> Iterator for ExtractIf<'_, T, F> {
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
impl<T, F: FnMut(&T) -> bool> FusedIterator for ExtractIf<'_, T, F> {}
impl<T: fmt::Debug, F> fmt::Debug for ExtractIf<'_, T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ExtractIf").finish_non_exhaustive()
    }
}
impl<T: Clone, S: Clone> Clone for HashSet<T, S> {
    fn clone(&self) -> Self {
        HashSet { map: self.map.clone() }
    }
}
impl<T: Eq + Hash, S: BuildHasher> PartialEq for HashSet<T, S> {
    fn eq(&self, other: &HashSet<T, S>) -> bool {
        self.len() == other.len() && self.iter().all(|key| other.contains(key))
    }
}
impl<T: Eq + Hash, S: BuildHasher> Eq for HashSet<T, S> {}
impl<T: fmt::Debug, S> fmt::Debug for HashSet<T, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}
impl<T, S: Default> Default for HashSet<T, S> {
    fn default() -> HashSet<T, S> {
        HashSet { map: HashMap::default() }
    }
}
impl<T: Eq + Hash, S: BuildHasher + Default> FromIterator<T> for HashSet<T, S> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> HashSet<T, S> {
        let mut set = HashSet::with_hasher(Default::default());
        set.extend(iter);
        set
    }
}
impl<T: Eq + Hash, S: BuildHasher> Extend<T> for HashSet<T, S> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) {
        for x in iter {
            self.insert(x);
        }
    }
}
impl<'a, T: 'a + Eq + Hash + Copy, S: BuildHasher> Extend<&'a T> for HashSet<T, S> {
    fn extend<I: IntoIterator<Item = &'a T>>(&mut self, iter: I) {
        for x in iter {
            self.insert(*x);
        }
    }
}
impl<T: Eq + Hash, const N: usize> From<[T; N]> for HashSet<T, RandomState> {
    fn from(array: [T; N]) -> Self {
        array.into_iter().collect()
    }
}
impl<T, S> IntoIterator for HashSet<T, S> {
    type Item = T;
    type IntoIter = IntoIter<T>;
    fn into_iter(self) -> IntoIter<T> {
        IntoIter { inner: self.map.into_keys() }
    }
}
impl<'a, T, S> IntoIterator for &'a HashSet<T, S> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}
macro_rules! set_operators {
    ($($tr:ident $f:ident $method:ident;)*) => {
        $(impl<T: Eq + Hash + Clone, S: BuildHasher + Default> $tr<&HashSet<T, S>> for &HashSet<T, S> {
            type Output = HashSet<T, S>;
            fn $f(self, rhs: &HashSet<T, S>) -> HashSet<T, S> {
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
