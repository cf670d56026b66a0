//! `HashMap`: entries in a vector in order of insertion, found by open addressing. Its order of iteration is no promise, as in Rust.

use crate::borrow::Borrow;
use crate::fmt;
use crate::hash::{BuildHasher, Hash, Hasher};
use crate::iter::FusedIterator;
use crate::ops::Index;

pub use crate::hash::{DefaultHasher, RandomState};

struct Bucket<K, V> {
    hash: u64,
    key: K,
    value: V,
}
impl<K: Clone, V: Clone> Clone for Bucket<K, V> {
    fn clone(&self) -> Self {
        Bucket { hash: self.hash, key: self.key.clone(), value: self.value.clone() }
    }
}

/// How many entries a table of so many slots takes: seven eighths of them, as many as in Rust's.
fn room(slots: usize) -> usize {
    if slots == 0 {
        0
    } else if slots < 16 {
        slots - 1
    } else {
        slots / 8 * 7
    }
}
/// The least table for so many entries.
fn slots_for(capacity: usize) -> usize {
    if capacity == 0 {
        return 0;
    }
    let mut slots = 4;
    while room(slots) < capacity {
        slots *= 2;
    }
    slots
}

/// `slots`: 0 = free, else one more than the number of an entry; its length is a power of two.
#[lang = "HashMap"]
pub struct HashMap<K, V, S = RandomState> {
    entries: Vec<Bucket<K, V>>,
    slots: Vec<usize>,
    hash_builder: S,
}
impl<K, V> HashMap<K, V, RandomState> {
    #[must_use] pub fn new() -> HashMap<K, V, RandomState> {
        HashMap { entries: Vec::new(), slots: Vec::new(), hash_builder: RandomState::new() }
    }
    #[must_use] pub fn with_capacity(capacity: usize) -> HashMap<K, V, RandomState> {
        HashMap::with_capacity_and_hasher(capacity, RandomState::new())
    }
}
impl<K, V, S> HashMap<K, V, S> {
    pub const fn with_hasher(hash_builder: S) -> HashMap<K, V, S> {
        HashMap { entries: Vec::new(), slots: Vec::new(), hash_builder }
    }
    pub fn with_capacity_and_hasher(capacity: usize, hash_builder: S) -> HashMap<K, V, S> {
        let mut slots = Vec::new();
        slots.resize(slots_for(capacity), 0);
        HashMap { entries: Vec::with_capacity(capacity), slots, hash_builder }
    }
    pub fn capacity(&self) -> usize {
        room(self.slots.len())
    }
    pub fn hasher(&self) -> &S {
        &self.hash_builder
    }
    pub fn keys(&self) -> Keys<'_, K, V> {
        Keys { inner: self.entries.iter() }
    }
    pub fn into_keys(self) -> IntoKeys<K, V> {
        IntoKeys { inner: self.entries.into_iter() }
    }
    pub fn values(&self) -> Values<'_, K, V> {
        Values { inner: self.entries.iter() }
    }
    pub fn values_mut(&mut self) -> ValuesMut<'_, K, V> {
        ValuesMut { inner: self.entries.iter_mut() }
    }
    pub fn into_values(self) -> IntoValues<K, V> {
        IntoValues { inner: self.entries.into_iter() }
    }
    pub fn iter(&self) -> Iter<'_, K, V> {
        Iter { inner: self.entries.iter() }
    }
    pub fn iter_mut(&mut self) -> IterMut<'_, K, V> {
        IterMut { inner: self.entries.iter_mut() }
    }
    pub fn len(&self) -> usize {
        self.entries.len()
    }
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
    pub fn clear(&mut self) {
        self.slots.clear();
        self.entries.clear();
    }
    pub fn drain(&mut self) -> Drain<'_, K, V> {
        self.slots.fill(0);
        Drain { inner: self.entries.drain(..) }
    }
    pub fn extract_if<F>(&mut self, pred: F) -> ExtractIf<'_, K, V, F>
    where
        F: FnMut(&K, &mut V) -> bool,
    {
        ExtractIf { entries: self.entries(), pred }
    }
    pub(crate) fn entries(&mut self) -> Entries<'_, K, V> {
        Entries { entries: &mut self.entries, slots: &mut self.slots, index: 0 }
    }
    pub fn retain<F>(&mut self, mut f: F)
    where
        F: FnMut(&K, &mut V) -> bool,
    {
        self.entries.retain_mut(|bucket| f(&bucket.key, &mut bucket.value));
        self.rebuild(self.slots.len());
    }
    /// Enters all entries anew into a table of `size` slots.
    fn rebuild(&mut self, size: usize) {
        self.slots.clear();
        self.slots.resize(size, 0);
        let mut i = 0;
        while i < self.entries.len() {
            let slot = free_slot(&self.slots, self.entries[i].hash);
            self.slots[slot] = i + 1;
            i += 1;
        }
    }
}
/// A free slot for an entry with that hash.
fn free_slot(slots: &[usize], hash: u64) -> usize {
    let mask = slots.len() - 1;
    let mut at = hash as usize & mask;
    while slots[at] != 0 {
        at = (at + 1) & mask;
    }
    at
}
/// The slot of entry number `index`.
fn slot_of<K, V>(entries: &[Bucket<K, V>], slots: &[usize], index: usize) -> usize {
    let mask = slots.len() - 1;
    let mut at = entries[index].hash as usize & mask;
    while slots[at] != index + 1 {
        at = (at + 1) & mask;
    }
    at
}
/// Removes entry number `index`; the last entry takes its number.
fn remove_at<K, V>(entries: &mut Vec<Bucket<K, V>>, slots: &mut Vec<usize>, index: usize) -> Bucket<K, V> {
    let mask = slots.len() - 1;
    let mut hole = slot_of(entries, slots, index);
    let mut at = (hole + 1) & mask;
    while slots[at] != 0 {
        let home = entries[slots[at] - 1].hash as usize;
        if at.wrapping_sub(home) & mask >= at.wrapping_sub(hole) & mask {
            slots[hole] = slots[at];
            hole = at;
        }
        at = (at + 1) & mask;
    }
    slots[hole] = 0;
    let last = entries.len() - 1;
    if index != last {
        let slot = slot_of(entries, slots, last);
        slots[slot] = index + 1;
    }
    entries.swap_remove(index)
}
impl<K, V, S> HashMap<K, V, S>
where
    K: Eq + Hash,
    S: BuildHasher,
{
    fn hash_of<Q: Hash + ?Sized>(&self, key: &Q) -> u64 {
        let mut hasher = self.hash_builder.build_hasher();
        key.hash(&mut hasher);
        hasher.finish()
    }
    /// The number of the entry with this key.
    fn find<Q>(&self, hash: u64, key: &Q) -> Option<usize>
    where
        K: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        if self.slots.is_empty() {
            return None;
        }
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let slot = self.slots[at];
            if slot == 0 {
                return None;
            }
            let bucket = &self.entries[slot - 1];
            if bucket.hash == hash && bucket.key.borrow() == key {
                return Some(slot - 1);
            }
            at = (at + 1) & mask;
        }
    }
    /// Adds an entry whose key isn't there; its number.
    fn add(&mut self, hash: u64, key: K, value: V) -> usize {
        let n = self.entries.len();
        if n == room(self.slots.len()) {
            self.rebuild(if n == 0 { 4 } else { self.slots.len() * 2 });
        }
        let slot = free_slot(&self.slots, hash);
        self.slots[slot] = n + 1;
        self.entries.push(Bucket { hash, key, value });
        n
    }
    pub fn reserve(&mut self, additional: usize) {
        self.entries.reserve(additional);
        let size = slots_for(self.entries.len() + additional);
        if size > self.slots.len() {
            self.rebuild(size);
        }
    }
    pub fn try_reserve(&mut self, additional: usize) -> Result<(), crate::collections::TryReserveError> {
        crate::collections::try_capacity(self.len(), additional)?;
        self.reserve(additional);
        Ok(())
    }
    pub fn shrink_to_fit(&mut self) {
        self.shrink_to(0)
    }
    pub fn shrink_to(&mut self, min_capacity: usize) {
        self.entries.shrink_to(min_capacity);
        let wanted = if min_capacity > self.len() { min_capacity } else { self.len() };
        let size = slots_for(wanted);
        if size < self.slots.len() {
            self.rebuild(size);
            self.slots.shrink_to_fit();
        }
    }
    pub fn entry(&mut self, key: K) -> Entry<'_, K, V, S> {
        let hash = self.hash_of(&key);
        match self.find(hash, &key) {
            Some(index) => Entry::Occupied(OccupiedEntry { map: self, index }),
            None => Entry::Vacant(VacantEntry { map: self, hash, key }),
        }
    }
    pub fn get<Q: ?Sized>(&self, k: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
        Q: Hash + Eq,
    {
        match self.find(self.hash_of(k), k) {
            Some(i) => Some(&self.entries[i].value),
            None => None,
        }
    }
    pub fn get_key_value<Q: ?Sized>(&self, k: &Q) -> Option<(&K, &V)>
    where
        K: Borrow<Q>,
        Q: Hash + Eq,
    {
        match self.find(self.hash_of(k), k) {
            Some(i) => Some((&self.entries[i].key, &self.entries[i].value)),
            None => None,
        }
    }
    pub fn contains_key<Q: ?Sized>(&self, k: &Q) -> bool
    where
        K: Borrow<Q>,
        Q: Hash + Eq,
    {
        self.find(self.hash_of(k), k).is_some()
    }
    pub fn get_mut<Q: ?Sized>(&mut self, k: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
        Q: Hash + Eq,
    {
        match self.find(self.hash_of(k), k) {
            Some(i) => Some(&mut self.entries[i].value),
            None => None,
        }
    }
    pub fn insert(&mut self, k: K, v: V) -> Option<V> {
        let hash = self.hash_of(&k);
        match self.find(hash, &k) {
            Some(i) => Some(crate::mem::replace(&mut self.entries[i].value, v)),
            None => {
                self.add(hash, k, v);
                None
            }
        }
    }
    #[track_caller]
    pub fn get_disjoint_mut<Q: ?Sized, const N: usize>(&mut self, ks: [&Q; N]) -> [Option<&mut V>; N]
    where
        K: Borrow<Q>,
        Q: Hash + Eq,
    {
        let found = ks.map(|k| self.find(self.hash_of(k), k));
        for (i, index) in found.iter().enumerate() {
            if index.is_some() && found[..i].contains(index) {
                panic!("duplicate keys found");
            }
        }
        let entries: *mut Vec<Bucket<K, V>> = &mut self.entries;
        found.map(|index| match index {
            Some(i) => Some(unsafe { &mut (&mut *entries)[i].value }),
            None => None,
        })
    }
    pub fn remove<Q: ?Sized>(&mut self, k: &Q) -> Option<V>
    where
        K: Borrow<Q>,
        Q: Hash + Eq,
    {
        match self.remove_entry(k) {
            Some((_, v)) => Some(v),
            None => None,
        }
    }
    pub fn remove_entry<Q: ?Sized>(&mut self, k: &Q) -> Option<(K, V)>
    where
        K: Borrow<Q>,
        Q: Hash + Eq,
    {
        let index = self.find(self.hash_of(k), k)?;
        let bucket = remove_at(&mut self.entries, &mut self.slots, index);
        Some((bucket.key, bucket.value))
    }
}
impl<K: Clone, V: Clone, S: Clone> Clone for HashMap<K, V, S> {
    fn clone(&self) -> Self {
        HashMap { entries: self.entries.clone(), slots: self.slots.clone(), hash_builder: self.hash_builder.clone() }
    }
}
impl<K, V, S> PartialEq for HashMap<K, V, S>
where
    K: Eq + Hash,
    V: PartialEq,
    S: BuildHasher,
{
    fn eq(&self, other: &HashMap<K, V, S>) -> bool {
        self.len() == other.len()
            && self.iter().all(|(key, value)| match other.get(key) {
                Some(v) => *value == *v,
                None => false,
            })
    }
}
impl<K: Eq + Hash, V: Eq, S: BuildHasher> Eq for HashMap<K, V, S> {}
impl<K: fmt::Debug, V: fmt::Debug, S> fmt::Debug for HashMap<K, V, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}
impl<K, V, S: Default> Default for HashMap<K, V, S> {
    fn default() -> HashMap<K, V, S> {
        HashMap::with_hasher(Default::default())
    }
}
impl<K, Q: ?Sized, V, S> Index<&Q> for HashMap<K, V, S>
where
    K: Eq + Hash + Borrow<Q>,
    Q: Eq + Hash,
    S: BuildHasher,
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
impl<K: Eq + Hash, V, S: BuildHasher + Default> FromIterator<(K, V)> for HashMap<K, V, S> {
    fn from_iter<T: IntoIterator<Item = (K, V)>>(iter: T) -> HashMap<K, V, S> {
        let mut map = HashMap::with_hasher(Default::default());
        map.extend(iter);
        map
    }
}
impl<K: Eq + Hash, V, S: BuildHasher> Extend<(K, V)> for HashMap<K, V, S> {
    fn extend<T: IntoIterator<Item = (K, V)>>(&mut self, iter: T) {
        for (k, v) in iter {
            self.insert(k, v);
        }
    }
}
impl<'a, K: Eq + Hash + Copy, V: Copy, S: BuildHasher> Extend<(&'a K, &'a V)> for HashMap<K, V, S> {
    fn extend<T: IntoIterator<Item = (&'a K, &'a V)>>(&mut self, iter: T) {
        for (k, v) in iter {
            self.insert(*k, *v);
        }
    }
}
impl<K: Eq + Hash, V, const N: usize> From<[(K, V); N]> for HashMap<K, V, RandomState> {
    fn from(array: [(K, V); N]) -> Self {
        array.into_iter().collect()
    }
}

/// The iterators: what they go through, and what they make of a bucket.
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
        impl<$($life,)? K, V> ExactSizeIterator for $name<$($life,)? K, V> {}
        impl<$($life,)? K, V> FusedIterator for $name<$($life,)? K, V> {})*
    };
}
type Buckets<'a, K, V> = crate::slice::Iter<'a, Bucket<K, V>>;
type BucketsMut<'a, K, V> = crate::slice::IterMut<'a, Bucket<K, V>>;
iterators! {
    Iter ['a] Buckets<'a, K, V>, (&'a K, &'a V), bucket => (&bucket.key, &bucket.value);
    Keys ['a] Buckets<'a, K, V>, &'a K, bucket => &bucket.key;
    Values ['a] Buckets<'a, K, V>, &'a V, bucket => &bucket.value;
    IterMut ['a] BucketsMut<'a, K, V>, (&'a K, &'a mut V), bucket => (&bucket.key, &mut bucket.value);
    ValuesMut ['a] BucketsMut<'a, K, V>, &'a mut V, bucket => &mut bucket.value;
    IntoIter [] crate::vec::IntoIter<Bucket<K, V>>, (K, V), bucket => (bucket.key, bucket.value);
    IntoKeys [] crate::vec::IntoIter<Bucket<K, V>>, K, bucket => bucket.key;
    IntoValues [] crate::vec::IntoIter<Bucket<K, V>>, V, bucket => bucket.value;
    Drain ['a] crate::vec::Drain<'a, Bucket<K, V>>, (K, V), bucket => (bucket.key, bucket.value);
}
macro_rules! defaults {
    ($($name:ident [$($life:lifetime)?];)*) => {
        $(impl<$($life,)? K, V> Default for $name<$($life,)? K, V> {
            fn default() -> Self {
                $name { inner: Default::default() }
            }
        })*
    };
}
defaults! { Iter ['a]; Keys ['a]; Values ['a]; IterMut ['a]; ValuesMut ['a]; IntoIter []; IntoKeys []; IntoValues []; }
macro_rules! shared {
    ($($name:ident)*) => {
        $(impl<K, V> Clone for $name<'_, K, V> {
            fn clone(&self) -> Self {
                $name { inner: self.inner.clone() }
            }
        })*
    };
}
shared! { Iter Keys Values }
/// Those that show the pairs, the keys, or the values that are left.
macro_rules! debug {
    ($($name:ident [$($life:lifetime)?] [$($bounds:tt)*] $x:ident => $part:expr;)*) => {
        $(impl<$($bounds)*> fmt::Debug for $name<$($life,)? K, V> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_list().entries(self.inner.as_slice().iter().map(|$x| $part)).finish()
            }
        })*
    };
}
debug! {
    Iter ['_] [K: fmt::Debug, V: fmt::Debug] bucket => (&bucket.key, &bucket.value);
    IterMut ['_] [K: fmt::Debug, V: fmt::Debug] bucket => (&bucket.key, &bucket.value);
    IntoIter [] [K: fmt::Debug, V: fmt::Debug] bucket => (&bucket.key, &bucket.value);
    Drain ['_] [K: fmt::Debug, V: fmt::Debug] bucket => (&bucket.key, &bucket.value);
    Keys ['_] [K: fmt::Debug, V] bucket => &bucket.key;
    IntoKeys [] [K: fmt::Debug, V] bucket => &bucket.key;
    Values ['_] [K, V: fmt::Debug] bucket => &bucket.value;
    ValuesMut ['_] [K, V: fmt::Debug] bucket => &bucket.value;
    IntoValues [] [K, V: fmt::Debug] bucket => &bucket.value;
}
impl<K, V> Drain<'_, K, V> {
    pub(crate) fn keys_left(&self) -> impl Iterator<Item = &K> {
        self.inner.as_slice().iter().map(|bucket| &bucket.key)
    }
}
/// The entries from number `index` on, to be taken out one by one.
pub(crate) struct Entries<'a, K, V> {
    entries: &'a mut Vec<Bucket<K, V>>,
    slots: &'a mut Vec<usize>,
    index: usize,
}
impl<K, V> Entries<'_, K, V> {
    pub(crate) fn take_if<F: FnMut(&K, &mut V) -> bool>(&mut self, mut pred: F) -> Option<(K, V)> {
        while self.index < self.entries.len() {
            let bucket = &mut self.entries[self.index];
            if pred(&bucket.key, &mut bucket.value) {
                let bucket = remove_at(self.entries, self.slots, self.index);
                return Some((bucket.key, bucket.value));
            }
            self.index += 1;
        }
        None
    }
    pub(crate) fn left(&self) -> usize {
        self.entries.len() - self.index
    }
}
/// The entries that `pred` picks, taken out one by one.
#[must_use] pub struct ExtractIf<'a, K, V, F> {
    entries: Entries<'a, K, V>,
    pred: F,
}
impl<K, V, F: FnMut(&K, &mut V) -> bool> Iterator for ExtractIf<'_, K, V, F> {
    type Item = (K, V);
    fn next(&mut self) -> Option<(K, V)> {
        self.entries.take_if(&mut self.pred)
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, Some(self.entries.left()))
    }
}
impl<K, V, F: FnMut(&K, &mut V) -> bool> FusedIterator for ExtractIf<'_, K, V, F> {}
impl<K: fmt::Debug, V: fmt::Debug, F> fmt::Debug for ExtractIf<'_, K, V, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ExtractIf").finish_non_exhaustive()
    }
}
impl<'a, K, V, S> IntoIterator for &'a HashMap<K, V, S> {
    type Item = (&'a K, &'a V);
    type IntoIter = Iter<'a, K, V>;
    fn into_iter(self) -> Iter<'a, K, V> {
        self.iter()
    }
}
impl<'a, K, V, S> IntoIterator for &'a mut HashMap<K, V, S> {
    type Item = (&'a K, &'a mut V);
    type IntoIter = IterMut<'a, K, V>;
    fn into_iter(self) -> IterMut<'a, K, V> {
        self.iter_mut()
    }
}
impl<K, V, S> IntoIterator for HashMap<K, V, S> {
    type Item = (K, V);
    type IntoIter = IntoIter<K, V>;
    fn into_iter(self) -> IntoIter<K, V> {
        IntoIter { inner: self.entries.into_iter() }
    }
}

pub enum Entry<'a, K: 'a, V: 'a, S: 'a = RandomState> {
    Occupied(OccupiedEntry<'a, K, V, S>),
    Vacant(VacantEntry<'a, K, V, S>),
}
pub struct OccupiedEntry<'a, K: 'a, V: 'a, S: 'a = RandomState> {
    map: &'a mut HashMap<K, V, S>,
    index: usize,
}
pub struct VacantEntry<'a, K: 'a, V: 'a, S: 'a = RandomState> {
    map: &'a mut HashMap<K, V, S>,
    hash: u64,
    key: K,
}
impl<'a, K: Eq + Hash, V, S: BuildHasher> Entry<'a, K, V, S> {
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
    pub fn insert_entry(self, value: V) -> OccupiedEntry<'a, K, V, S> {
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
    pub fn key(&self) -> &K {
        match self {
            Entry::Occupied(entry) => entry.key(),
            Entry::Vacant(entry) => entry.key(),
        }
    }
    pub fn and_modify<F: FnOnce(&mut V)>(mut self, f: F) -> Self {
        if let Entry::Occupied(ref mut entry) = self {
            f(entry.get_mut());
        }
        self
    }
}
impl<'a, K: Eq + Hash, V, S: BuildHasher> OccupiedEntry<'a, K, V, S> {
    fn take(self) -> Bucket<K, V> {
        let map = self.map;
        remove_at(&mut map.entries, &mut map.slots, self.index)
    }
    pub fn key(&self) -> &K {
        &self.map.entries[self.index].key
    }
    pub fn get(&self) -> &V {
        &self.map.entries[self.index].value
    }
    pub fn get_mut(&mut self) -> &mut V {
        &mut self.map.entries[self.index].value
    }
    pub fn into_mut(self) -> &'a mut V {
        &mut self.map.entries[self.index].value
    }
    pub fn insert(&mut self, value: V) -> V {
        crate::mem::replace(self.get_mut(), value)
    }
    pub fn remove(self) -> V {
        self.take().value
    }
    pub fn remove_entry(self) -> (K, V) {
        let bucket = self.take();
        (bucket.key, bucket.value)
    }
}
impl<'a, K: Eq + Hash, V, S: BuildHasher> VacantEntry<'a, K, V, S> {
    pub fn key(&self) -> &K {
        &self.key
    }
    pub fn into_key(self) -> K {
        self.key
    }
    pub fn insert(self, value: V) -> &'a mut V {
        self.insert_entry(value).into_mut()
    }
    pub fn insert_entry(self, value: V) -> OccupiedEntry<'a, K, V, S> {
        let map = self.map;
        let index = map.add(self.hash, self.key, value);
        OccupiedEntry { map, index }
    }
}
impl<K: fmt::Debug + Eq + Hash, V: fmt::Debug, S: BuildHasher> fmt::Debug for Entry<'_, K, V, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Entry::Vacant(entry) => f.debug_tuple("Entry").field(entry).finish(),
            Entry::Occupied(entry) => f.debug_tuple("Entry").field(entry).finish(),
        }
    }
}
impl<K: fmt::Debug + Eq + Hash, V, S: BuildHasher> fmt::Debug for VacantEntry<'_, K, V, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("VacantEntry").field(self.key()).finish()
    }
}
impl<K: fmt::Debug + Eq + Hash, V: fmt::Debug, S: BuildHasher> fmt::Debug for OccupiedEntry<'_, K, V, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OccupiedEntry").field("key", self.key()).field("value", self.get()).finish_non_exhaustive()
    }
}
