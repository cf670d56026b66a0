struct S;
use std::collections::{BTreeMap, BinaryHeap};
fn main() {
    let mut b = BTreeMap::new();
    b.insert(S, 1);
    b.get(&S);
    let mut h = BinaryHeap::new();
    h.push(1.0);
}
