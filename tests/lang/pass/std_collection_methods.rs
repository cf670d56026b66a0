//! What is rarer of the collections: removing from a hash map, ends of a B-tree, parts of a deque, taking out of a vector.

use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, VecDeque};

fn main() {
    let mut squares: HashMap<u32, u32> = (0..40).map(|i| (i, i * i)).collect();
    for i in (0..40).step_by(3) {
        squares.remove(&i);
    }
    let missing: Vec<u32> = (0..40).filter(|i| !squares.contains_key(i)).collect();
    println!("{} {missing:?} {:?}", squares.len(), squares.get(&7));
    println!("{}", HashMap::<u8, u8>::with_capacity(100).capacity());
    let mut set: HashSet<i32> = HashSet::new();
    set.insert(1);
    println!("{} {:?}", set.capacity(), set.try_reserve(usize::MAX).is_err());

    let mut tree = BTreeMap::from([(1, "a"), (2, "b"), (3, "c")]);
    if let Some(mut last) = tree.last_entry() {
        *last.get_mut() = "z";
    }
    tree.entry(9).or_insert_with_key(|k| if *k > 5 { "big" } else { "small" });
    println!("{tree:?}");
    let mut low = BTreeSet::from([1, 5, 9]);
    println!("{:?} {low:?} {:?}", low.split_off(&5), low.replace(1));

    let mut deque = VecDeque::from([1, 2, 3, 4, 5]);
    deque.rotate_left(2);
    println!("{:?} {:?}", deque.pop_front_if(|x| *x == 3), deque.pop_back_if(|x| *x > 5));
    deque.resize_with(6, || 7);
    println!("{deque:?} {:?} {:?}", deque.swap_remove_front(2), deque.range(1..3).collect::<Vec<_>>());

    let mut numbers: Vec<i32> = (1..=10).collect();
    let even: Vec<i32> = numbers.extract_if(2..8, |n| *n % 2 == 0).collect();
    numbers.extract_if(.., |n| *n > 0).next();
    println!("{even:?} {numbers:?}");

    let mut heap = BinaryHeap::from([3, 1, 2]);
    heap.reserve(10);
    println!("{} {:?}", heap.capacity() >= 13, heap.pop());
    let mut pair = [1, 2];
    for x in pair.each_mut() {
        *x *= 10;
    }
    println!("{pair:?}");
}
