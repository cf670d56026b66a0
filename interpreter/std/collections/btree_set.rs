//! `BTreeSet`: the keys of a BTreeMap.

use crate::borrow::Borrow;
use crate::collections::btree_map::{self, BTreeMap};
use crate::fmt;
use crate::ops::{BitAnd, BitOr, BitXor, RangeBounds, Sub};

#[lang = "BTreeSet"]
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BTreeSet<T> {
    map: BTreeMap<T, ()>,
}
pub type Iter<'a, T> = btree_map::Keys<'a, T, ()>;
impl<T> BTreeSet<T> {
    pub const fn new() -> BTreeSet<T> {
        BTreeSet { map: BTreeMap::new() }
    }
    pub fn iter(&self) -> Iter<'_, T> {
        self.map.keys()
    }
    #[rustc_const_unstable(feature = "const_btree_len", issue = "71835")]
    pub fn len(&self) -> usize {
        self.map.len()
    }
    #[rustc_const_unstable(feature = "const_btree_len", issue = "71835")]
    pub fn is_empty(&self) -> bool {
        self.map.is_empty()
    }
    pub fn clear(&mut self) {
        self.map.clear()
    }
    pub fn range<K: ?Sized, R>(&self, range: R) -> impl DoubleEndedIterator<Item = &T>
    where
        K: Ord,
        T: Borrow<K> + Ord,
        R: RangeBounds<K>,
    {
        self.map.range(range).map(|pair| pair.0)
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
    pub fn first(&self) -> Option<&T> {
        self.iter().next()
    }
    pub fn last(&self) -> Option<&T> {
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
    pub fn difference<'a>(&'a self, other: &'a BTreeSet<T>) -> crate::vec::IntoIter<&'a T>
    where
        T: Ord,
    {
        let v: Vec<&'a T> = self.iter().filter(|x| !other.contains(*x)).collect();
        v.into_iter()
    }
    pub fn intersection<'a>(&'a self, other: &'a BTreeSet<T>) -> crate::vec::IntoIter<&'a T>
    where
        T: Ord,
    {
        let v: Vec<&'a T> = self.iter().filter(|x| other.contains(*x)).collect();
        v.into_iter()
    }
    pub fn union<'a>(&'a self, other: &'a BTreeSet<T>) -> crate::vec::IntoIter<&'a T>
    where
        T: Ord,
    {
        let mut v: Vec<&'a T> = self.iter().chain(other.difference(self)).collect();
        v.sort();
        v.into_iter()
    }
    pub fn symmetric_difference<'a>(&'a self, other: &'a BTreeSet<T>) -> crate::vec::IntoIter<&'a T>
    where
        T: Ord,
    {
        let mut v: Vec<&'a T> = self.difference(other).chain(other.difference(self)).collect();
        v.sort();
        v.into_iter()
    }
    pub fn is_disjoint(&self, other: &BTreeSet<T>) -> bool
    where
        T: Ord,
    {
        self.iter().all(|x| !other.contains(x))
    }
    pub fn is_subset(&self, other: &BTreeSet<T>) -> bool
    where
        T: Ord,
    {
        self.iter().all(|x| other.contains(x))
    }
    pub fn is_superset(&self, other: &BTreeSet<T>) -> bool
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
        let mut set = BTreeSet::new();
        set.extend(iter);
        set
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
    type IntoIter = btree_map::IntoKeys<T, ()>;
    fn into_iter(self) -> btree_map::IntoKeys<T, ()> {
        self.map.into_keys()
    }
}
impl<'a, T> IntoIterator for &'a BTreeSet<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
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
