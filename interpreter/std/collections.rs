//! Collections.

pub mod binary_heap;
pub mod btree_map;
pub mod btree_set;
pub mod hash_map;
pub mod hash_set;
pub mod linked_list;
pub mod vec_deque;

pub use binary_heap::BinaryHeap;
pub use btree_map::BTreeMap;
pub use btree_set::BTreeSet;
pub use hash_map::HashMap;
pub use hash_set::HashSet;
pub use linked_list::LinkedList;
pub use vec_deque::VecDeque;
pub use crate::ops::Bound;

/// Why no room could be had for more elements.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TryReserveError {
    kind: TryReserveErrorKind,
}
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum TryReserveErrorKind {
    CapacityOverflow,
}
impl crate::fmt::Display for TryReserveError {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        f.write_str("memory allocation failed because the computed capacity exceeded the collection's maximum")
    }
}
impl crate::error::Error for TryReserveError {}
/// Whether `len + additional` elements can be had at all.
pub(crate) fn try_capacity(len: usize, additional: usize) -> Result<(), TryReserveError> {
    match len.checked_add(additional) {
        Some(capacity) if capacity <= isize::MAX as usize => Ok(()),
        _ => Err(TryReserveError { kind: TryReserveErrorKind::CapacityOverflow }),
    }
}
