//! `BTreeMap`: a vector sorted by key; the order of iteration and of drops is the tree's.

use crate::borrow::Borrow;
use crate::cmp::Ordering;
use crate::fmt;
use crate::hash::{Hash, Hasher};
use crate::iter::FusedIterator;
use crate::ops::{Bound, Index, RangeBounds};

#[rustc_std_layout(24, 8)]
#[panics_at = "alloc/src/collections/btree/search.rs:112:21"]
fn empty_range() -> ! {
    crate::rt::panic_str("range start and end are equal and excluded in BTreeMap")
}
#[panics_at = "alloc/src/collections/btree/search.rs:110:21"]
fn empty_set_range() -> ! {
    crate::rt::panic_str("range start and end are equal and excluded in BTreeSet")
}
#[panics_at = "alloc/src/collections/btree/search.rs:121:21"]
fn backward_range() -> ! {
    crate::rt::panic_str("range start is greater than range end in BTreeMap")
}
#[panics_at = "alloc/src/collections/btree/search.rs:119:21"]
fn backward_set_range() -> ! {
    crate::rt::panic_str("range start is greater than range end in BTreeSet")
}

#[lang = "BTreeMap"]
#[with_allocator]
pub struct BTreeMap<K, V> {
    items: Vec<(K, V)>,
}
impl<K, V> BTreeMap<K, V> {
    #[must_use] pub const fn new() -> BTreeMap<K, V> {
        BTreeMap { items: Vec::new() }
    }
    pub fn clear(&mut self) {
        self.items.clear()
    }
    #[rustc_const_unstable(feature = "const_btree_len", issue = "71835")]
    #[must_use] pub fn len(&self) -> usize {
        self.items.len()
    }
    #[rustc_const_unstable(feature = "const_btree_len", issue = "71835")]
    #[must_use] pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
    pub fn iter(&self) -> Iter<'_, K, V> {
        Iter { inner: self.items.iter() }
    }
    pub fn iter_mut(&mut self) -> IterMut<'_, K, V> {
        IterMut { inner: self.items.iter_mut() }
    }
    pub fn keys(&self) -> Keys<'_, K, V> {
        Keys { inner: self.items.iter() }
    }
    pub fn values(&self) -> Values<'_, K, V> {
        Values { inner: self.items.iter() }
    }
    pub fn values_mut(&mut self) -> ValuesMut<'_, K, V> {
        ValuesMut { inner: self.items.iter_mut() }
    }
    pub fn into_keys(self) -> IntoKeys<K, V> {
        IntoKeys { inner: self.items.into_iter() }
    }
    pub fn into_values(self) -> IntoValues<K, V> {
        IntoValues { inner: self.items.into_iter() }
    }
    /// Where the key is, or where it would be put.
    fn search<Q>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q> + Ord,
        Q: Ord + ?Sized,
    {
        self.items.binary_search_by(|item| item.0.borrow().cmp(key))
    }
    pub fn get<Q: ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q> + Ord,
        Q: Ord,
    {
        match self.search(key) {
            Ok(i) => Some(&self.items[i].1),
            Err(_) => None,
        }
    }
    pub fn get_key_value<Q: ?Sized>(&self, key: &Q) -> Option<(&K, &V)>
    where
        K: Borrow<Q> + Ord,
        Q: Ord,
    {
        match self.search(key) {
            Ok(i) => Some((&self.items[i].0, &self.items[i].1)),
            Err(_) => None,
        }
    }
    pub fn get_mut<Q: ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q> + Ord,
        Q: Ord,
    {
        match self.search(key) {
            Ok(i) => Some(&mut self.items[i].1),
            Err(_) => None,
        }
    }
    pub fn contains_key<Q: ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q> + Ord,
        Q: Ord,
    {
        self.search(key).is_ok()
    }
    pub fn first_key_value(&self) -> Option<(&K, &V)> {
        self.iter().next()
    }
    pub fn last_key_value(&self) -> Option<(&K, &V)> {
        self.iter().next_back()
    }
    pub fn pop_first(&mut self) -> Option<(K, V)> {
        if self.items.is_empty() { None } else { Some(self.items.remove(0)) }
    }
    pub fn pop_last(&mut self) -> Option<(K, V)> {
        self.items.pop()
    }
    pub fn insert(&mut self, key: K, value: V) -> Option<V>
    where
        K: Ord,
    {
        match self.search(&key) {
            Ok(i) => Some(crate::mem::replace(&mut self.items[i].1, value)),
            Err(i) => {
                self.items.insert(i, (key, value));
                None
            }
        }
    }
    pub fn remove<Q: ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q> + Ord,
        Q: Ord,
    {
        match self.search(key) {
            Ok(i) => Some(self.items.remove(i).1),
            Err(_) => None,
        }
    }
    pub fn remove_entry<Q: ?Sized>(&mut self, key: &Q) -> Option<(K, V)>
    where
        K: Borrow<Q> + Ord,
        Q: Ord,
    {
        match self.search(key) {
            Ok(i) => Some(self.items.remove(i)),
            Err(_) => None,
        }
    }
    pub fn retain<F>(&mut self, mut f: F)
    where
        F: FnMut(&K, &mut V) -> bool,
    {
        self.items.retain_mut(|item| f(&item.0, &mut item.1))
    }
    pub fn append(&mut self, other: &mut BTreeMap<K, V>)
    where
        K: Ord,
    {
        for (k, v) in crate::mem::take(&mut other.items) {
            match self.search(&k) {
                Ok(i) => self.items[i].1 = v,
                Err(i) => self.items.insert(i, (k, v)),
            }
        }
    }
    /// The indices that a range of keys means.
    fn bounds<T: ?Sized, R>(&self, range: R, in_set: bool) -> (usize, usize)
    where
        T: Ord,
        K: Borrow<T> + Ord,
        R: RangeBounds<T>,
    {
        if self.is_empty() {
            return (0, 0);
        }
        match (range.start_bound(), range.end_bound()) {
            (Bound::Excluded(s), Bound::Excluded(e)) if s == e => {
                if in_set { empty_set_range() } else { empty_range() }
            }
            (Bound::Included(s) | Bound::Excluded(s), Bound::Included(e) | Bound::Excluded(e)) if s > e => {
                if in_set { backward_set_range() } else { backward_range() }
            }
            _ => (),
        }
        let start = match range.start_bound() {
            Bound::Unbounded => 0,
            Bound::Included(key) => self.place(key, false),
            Bound::Excluded(key) => self.place(key, true),
        };
        let end = match range.end_bound() {
            Bound::Unbounded => self.items.len(),
            Bound::Included(key) => self.place(key, true),
            Bound::Excluded(key) => self.place(key, false),
        };
        (start, end)
    }
    /// The index of the first key that is greater (or not less) than this one.
    fn place<T: ?Sized>(&self, key: &T, after: bool) -> usize
    where
        T: Ord,
        K: Borrow<T> + Ord,
    {
        match self.search(key) {
            Ok(i) => if after { i + 1 } else { i },
            Err(i) => i,
        }
    }
    #[track_caller]
    pub fn range<T: ?Sized, R>(&self, range: R) -> Range<'_, K, V>
    where
        T: Ord,
        K: Borrow<T> + Ord,
        R: RangeBounds<T>,
    {
        self.range_in(range, false)
    }
    pub(crate) fn range_in<T: ?Sized, R>(&self, range: R, in_set: bool) -> Range<'_, K, V>
    where
        T: Ord,
        K: Borrow<T> + Ord,
        R: RangeBounds<T>,
    {
        let (start, end) = self.bounds(range, in_set);
        Range { inner: self.items[start..end].iter() }
    }
    #[track_caller]
    pub fn range_mut<T: ?Sized, R>(&mut self, range: R) -> RangeMut<'_, K, V>
    where
        T: Ord,
        K: Borrow<T> + Ord,
        R: RangeBounds<T>,
    {
        let (start, end) = self.bounds(range, false);
        RangeMut { inner: self.items[start..end].iter_mut() }
    }
    #[track_caller]
    pub fn extract_if<F, R>(&mut self, range: R, pred: F) -> ExtractIf<'_, K, V, R, F>
    where
        K: Ord,
        R: RangeBounds<K>,
        F: FnMut(&K, &mut V) -> bool,
    {
        ExtractIf { entries: self.entries(range), pred, range: crate::marker::PhantomData }
    }
    #[track_caller]
    pub(crate) fn entries<R: RangeBounds<K>>(&mut self, range: R) -> Entries<'_, K, V>
    where
        K: Ord,
    {
        let (index, end) = self.bounds(range, false);
        Entries { items: &mut self.items, index, end }
    }
    pub fn split_off<Q: ?Sized + Ord>(&mut self, key: &Q) -> BTreeMap<K, V>
    where
        K: Borrow<Q> + Ord,
    {
        let at = match self.search(key) {
            Ok(i) => i,
            Err(i) => i,
        };
        BTreeMap { items: self.items.split_off(at) }
    }
    pub fn entry(&mut self, key: K) -> Entry<'_, K, V>
    where
        K: Ord,
    {
        match self.search(&key) {
            Ok(index) => Entry::Occupied(OccupiedEntry { map: self, index }),
            Err(index) => Entry::Vacant(VacantEntry { map: self, index, key }),
        }
    }
    pub fn first_entry(&mut self) -> Option<OccupiedEntry<'_, K, V>> {
        if self.items.is_empty() { None } else { Some(OccupiedEntry { map: self, index: 0 }) }
    }
    pub fn last_entry(&mut self) -> Option<OccupiedEntry<'_, K, V>> {
        let n = self.items.len();
        if n == 0 { None } else { Some(OccupiedEntry { map: self, index: n - 1 }) }
    }
}
impl<K: Clone, V: Clone> Clone for BTreeMap<K, V> {
    fn clone(&self) -> Self {
        BTreeMap { items: self.items.clone() }
    }
}
impl<K: PartialEq, V: PartialEq> PartialEq for BTreeMap<K, V> {
    fn eq(&self, other: &BTreeMap<K, V>) -> bool {
        self.items == other.items
    }
}
impl<K: Eq, V: Eq> Eq for BTreeMap<K, V> {}
impl<K: PartialOrd, V: PartialOrd> PartialOrd for BTreeMap<K, V> {
    fn partial_cmp(&self, other: &BTreeMap<K, V>) -> Option<Ordering> {
        self.items.partial_cmp(&other.items)
    }
}
impl<K: Ord, V: Ord> Ord for BTreeMap<K, V> {
    fn cmp(&self, other: &BTreeMap<K, V>) -> Ordering {
        self.items.cmp(&other.items)
    }
}
impl<K: Hash, V: Hash> Hash for BTreeMap<K, V> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.items.hash(state)
    }
}
impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for BTreeMap<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}
impl<K, V> Default for BTreeMap<K, V> {
    fn default() -> BTreeMap<K, V> {
        BTreeMap::new()
    }
}
impl<K, Q: ?Sized, V> Index<&Q> for BTreeMap<K, V>
where
    K: Borrow<Q> + Ord,
    Q: Ord,
{
    type Output = V;
    #[track_caller]
    fn index(&self, key: &Q) -> &V {
        match self.get(key) {
            Some(v) => v,
            None => crate::rt::panic_display("no entry found for key"),
        }
    }
}
impl<K: Ord, V> FromIterator<(K, V)> for BTreeMap<K, V> {
    fn from_iter<T: IntoIterator<Item = (K, V)>>(iter: T) -> BTreeMap<K, V> {
        let mut items: Vec<(K, V)> = iter.into_iter().collect();
        items.sort_by(|a, b| a.0.cmp(&b.0));
        BTreeMap { items: DedupSorted { iter: items.into_iter().peekable() }.collect() }
    }
}
/// Of pairs with the same key, which stand side by side, the last.
struct DedupSorted<K, V> {
    iter: crate::iter::Peekable<crate::vec::IntoIter<(K, V)>>,
}
impl<K: Eq, V> Iterator for DedupSorted<K, V> {
    type Item = (K, V);
    fn next(&mut self) -> Option<(K, V)> {
        loop {
            let next = self.iter.next()?;
            match self.iter.peek() {
                Some(peeked) if next.0 == peeked.0 => {}
                _ => return Some(next),
            }
        }
    }
}
impl<K: Ord, V> Extend<(K, V)> for BTreeMap<K, V> {
    fn extend<T: IntoIterator<Item = (K, V)>>(&mut self, iter: T) {
        for (k, v) in iter {
            self.insert(k, v);
        }
    }
}
impl<'a, K: Ord + Copy, V: Copy> Extend<(&'a K, &'a V)> for BTreeMap<K, V> {
    fn extend<I: IntoIterator<Item = (&'a K, &'a V)>>(&mut self, iter: I) {
        self.extend(iter.into_iter().map(|(k, v)| (*k, *v)));
    }
}
impl<K: Ord, V, const N: usize> From<[(K, V); N]> for BTreeMap<K, V> {
    fn from(array: [(K, V); N]) -> Self {
        array.into_iter().collect()
    }
}
/// The iterators: what they go through, and what they make of it.
macro_rules! iterators {
    ($($name:ident [$($life:lifetime)?] $inner:ty, $item:ty, $x:ident => $part:expr;)*) => {
        $(pub struct $name<$($life,)? K, V> {
            inner: $inner,
        }
        impl<$($life,)? K, V> Iterator for $name<$($life,)? K, V> {
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
        impl<$($life,)? K, V> DoubleEndedIterator for $name<$($life,)? K, V> {
            fn next_back(&mut self) -> Option<$item> {
                match self.inner.next_back() {
                    Some($x) => Some($part),
                    None => None,
                }
            }
        }
        impl<$($life,)? K, V> FusedIterator for $name<$($life,)? K, V> {}
        impl<$($life,)? K, V> Default for $name<$($life,)? K, V> {
            fn default() -> Self {
                $name { inner: Default::default() }
            }
        })*
    };
}
type Items<'a, K, V> = crate::slice::Iter<'a, (K, V)>;
type ItemsMut<'a, K, V> = crate::slice::IterMut<'a, (K, V)>;
iterators! {
    Iter ['a] Items<'a, K, V>, (&'a K, &'a V), item => (&item.0, &item.1);
    Range ['a] Items<'a, K, V>, (&'a K, &'a V), item => (&item.0, &item.1);
    Keys ['a] Items<'a, K, V>, &'a K, item => &item.0;
    Values ['a] Items<'a, K, V>, &'a V, item => &item.1;
    IterMut ['a] ItemsMut<'a, K, V>, (&'a K, &'a mut V), item => (&item.0, &mut item.1);
    RangeMut ['a] ItemsMut<'a, K, V>, (&'a K, &'a mut V), item => (&item.0, &mut item.1);
    ValuesMut ['a] ItemsMut<'a, K, V>, &'a mut V, item => &mut item.1;
    IntoIter [] crate::vec::IntoIter<(K, V)>, (K, V), item => item;
    IntoKeys [] crate::vec::IntoIter<(K, V)>, K, item => item.0;
    IntoValues [] crate::vec::IntoIter<(K, V)>, V, item => item.1;
}
macro_rules! exact {
    ($($name:ident [$($life:lifetime)?];)*) => {
        $(impl<$($life,)? K, V> ExactSizeIterator for $name<$($life,)? K, V> {})*
    };
}
impl<K, V> IntoKeys<K, V> {
    pub(crate) fn remaining(&self) -> impl Iterator<Item = &K> {
        self.inner.as_slice().iter().map(|item| &item.0)
    }
}
exact! { Iter ['a]; Keys ['a]; Values ['a]; IterMut ['a]; ValuesMut ['a]; IntoIter []; IntoKeys []; IntoValues []; }
macro_rules! shared {
    ($($name:ident)*) => {
        $(impl<K, V> Clone for $name<'_, K, V> {
            fn clone(&self) -> Self {
                $name { inner: self.inner.clone() }
            }
        })*
    };
}
shared! { Iter Range Keys Values }
/// Those that show the pairs, the keys, or the values that are left.
macro_rules! debug {
    ($($name:ident [$($life:lifetime)?] [$($bounds:tt)*] $item:ident => $part:expr;)*) => {
        $(impl<$($bounds)*> fmt::Debug for $name<$($life,)? K, V> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_list().entries(self.inner.as_slice().iter().map(|$item| $part)).finish()
            }
        })*
    };
}
debug! {
    Iter ['_] [K: fmt::Debug, V: fmt::Debug] item => (&item.0, &item.1);
    Range ['_] [K: fmt::Debug, V: fmt::Debug] item => (&item.0, &item.1);
    IterMut ['_] [K: fmt::Debug, V: fmt::Debug] item => (&item.0, &item.1);
    RangeMut ['_] [K: fmt::Debug, V: fmt::Debug] item => (&item.0, &item.1);
    IntoIter [] [K: fmt::Debug, V: fmt::Debug] item => (&item.0, &item.1);
    Keys ['_] [K: fmt::Debug, V] item => &item.0;
    IntoKeys [] [K: fmt::Debug, V] item => &item.0;
    Values ['_] [K, V: fmt::Debug] item => &item.1;
    ValuesMut ['_] [K, V: fmt::Debug] item => &item.1;
    IntoValues [] [K, V: fmt::Debug] item => &item.1;
}
/// Entries number `index..end`, to be taken out one by one.
pub(crate) struct Entries<'a, K, V> {
    items: &'a mut Vec<(K, V)>,
    index: usize,
    end: usize,
}
impl<K, V> Entries<'_, K, V> {
    pub(crate) fn take_if<F: FnMut(&K, &mut V) -> bool>(&mut self, mut pred: F) -> Option<(K, V)> {
        while self.index < self.end {
            let item = &mut self.items[self.index];
            if pred(&item.0, &mut item.1) {
                self.end -= 1;
                return Some(self.items.remove(self.index));
            }
            self.index += 1;
        }
        None
    }
    pub(crate) fn left(&self) -> usize {
        self.end - self.index
    }
    pub(crate) fn peek(&self) -> Option<&(K, V)> {
        if self.index < self.end { self.items.get(self.index) } else { None }
    }
}
/// The entries that `pred` picks, taken out one by one.
#[must_use] pub struct ExtractIf<'a, K, V, R, F> {
    entries: Entries<'a, K, V>,
    pred: F,
    range: crate::marker::PhantomData<R>,
}
impl<K, V, R, F: FnMut(&K, &mut V) -> bool> Iterator for ExtractIf<'_, K, V, R, F> {
    type Item = (K, V);
    fn next(&mut self) -> Option<(K, V)> {
        self.entries.take_if(&mut self.pred)
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, Some(self.entries.left()))
    }
}
impl<K, V, R, F: FnMut(&K, &mut V) -> bool> FusedIterator for ExtractIf<'_, K, V, R, F> {}
impl<K: fmt::Debug, V: fmt::Debug, R, F> fmt::Debug for ExtractIf<'_, K, V, R, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let peek = self.entries.peek().map(|item| (&item.0, &item.1));
        f.debug_struct("ExtractIf").field("peek", &peek).finish_non_exhaustive()
    }
}
impl<K, V> IntoIterator for BTreeMap<K, V> {
    type Item = (K, V);
    type IntoIter = IntoIter<K, V>;
    fn into_iter(self) -> IntoIter<K, V> {
        IntoIter { inner: self.items.into_iter() }
    }
}
impl<'a, K, V> IntoIterator for &'a BTreeMap<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = Iter<'a, K, V>;
    fn into_iter(self) -> Iter<'a, K, V> {
        self.iter()
    }
}
impl<'a, K, V> IntoIterator for &'a mut BTreeMap<K, V> {
    type Item = (&'a K, &'a mut V);
    type IntoIter = IterMut<'a, K, V>;
    fn into_iter(self) -> IterMut<'a, K, V> {
        self.iter_mut()
    }
}
pub enum Entry<'a, K: 'a, V: 'a> {
    Vacant(VacantEntry<'a, K, V>),
    Occupied(OccupiedEntry<'a, K, V>),
}
pub struct VacantEntry<'a, K, V> {
    map: &'a mut BTreeMap<K, V>,
    index: usize,
    key: K,
}
pub struct OccupiedEntry<'a, K, V> {
    map: &'a mut BTreeMap<K, V>,
    index: usize,
}
impl<'a, K: Ord, V> Entry<'a, K, V> {
    pub fn or_insert(self, default: V) -> &'a mut V {
        match self {
            Entry::Occupied(entry) => entry.into_mut(),
            Entry::Vacant(entry) => entry.insert(default),
        }
    }
    pub fn or_insert_with<F: FnOnce() -> V>(self, default: F) -> &'a mut V {
        match self {
            Entry::Occupied(entry) => entry.into_mut(),
            Entry::Vacant(entry) => entry.insert(default()),
        }
    }
    pub fn or_insert_with_key<F: FnOnce(&K) -> V>(self, default: F) -> &'a mut V {
        match self {
            Entry::Occupied(entry) => entry.into_mut(),
            Entry::Vacant(entry) => {
                let value = default(entry.key());
                entry.insert(value)
            }
        }
    }
    pub fn insert_entry(self, value: V) -> OccupiedEntry<'a, K, V> {
        match self {
            Entry::Occupied(mut entry) => {
                entry.insert(value);
                entry
            }
            Entry::Vacant(entry) => entry.insert_entry(value),
        }
    }
    pub fn or_default(self) -> &'a mut V
    where
        V: Default,
    {
        self.or_insert_with(V::default)
    }
    pub fn and_modify<F: FnOnce(&mut V)>(mut self, f: F) -> Self {
        if let Entry::Occupied(ref mut entry) = self {
            f(entry.get_mut());
        }
        self
    }
    pub fn key(&self) -> &K {
        match self {
            Entry::Occupied(entry) => entry.key(),
            Entry::Vacant(entry) => &entry.key,
        }
    }
}
impl<'a, K: Ord, V> VacantEntry<'a, K, V> {
    pub fn key(&self) -> &K {
        &self.key
    }
    pub fn insert(self, value: V) -> &'a mut V {
        let map = self.map;
        map.items.insert(self.index, (self.key, value));
        &mut map.items[self.index].1
    }
    pub fn insert_entry(self, value: V) -> OccupiedEntry<'a, K, V> {
        let map = self.map;
        map.items.insert(self.index, (self.key, value));
        OccupiedEntry { map, index: self.index }
    }
    pub fn into_key(self) -> K {
        self.key
    }
}
impl<'a, K: Ord, V> OccupiedEntry<'a, K, V> {
    #[must_use] pub fn key(&self) -> &K {
        &self.map.items[self.index].0
    }
    #[must_use] pub fn get(&self) -> &V {
        &self.map.items[self.index].1
    }
    pub fn get_mut(&mut self) -> &mut V {
        &mut self.map.items[self.index].1
    }
    #[must_use] pub fn into_mut(self) -> &'a mut V {
        &mut self.map.items[self.index].1
    }
    pub fn insert(&mut self, value: V) -> V {
        crate::mem::replace(self.get_mut(), value)
    }
    pub fn remove(self) -> V {
        self.map.items.remove(self.index).1
    }
    pub fn remove_entry(self) -> (K, V) {
        self.map.items.remove(self.index)
    }
}
impl<K: fmt::Debug + Ord, V: fmt::Debug> fmt::Debug for Entry<'_, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Entry::Vacant(entry) => f.debug_tuple("Entry").field(entry).finish(),
            Entry::Occupied(entry) => f.debug_tuple("Entry").field(entry).finish(),
        }
    }
}
impl<K: fmt::Debug + Ord, V> fmt::Debug for VacantEntry<'_, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("VacantEntry").field(self.key()).finish()
    }
}
impl<K: fmt::Debug + Ord, V: fmt::Debug> fmt::Debug for OccupiedEntry<'_, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OccupiedEntry").field("key", self.key()).field("value", self.get()).finish()
    }
}
