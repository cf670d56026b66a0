//! What collections, slices and strings have besides the usual: extract_if, set operations, ranges, chunks from both ends, searchers.
use std::borrow::Cow;
use std::cell::{Cell, RefCell, RefMut};
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, LinkedList, VecDeque, btree_map, hash_map};
use std::fmt::Debug;
use std::num::{NonZero, Saturating, Wrapping};
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

struct Cache<'a> {
    keys: btree_map::Keys<'a, String, u32>,
    counts: hash_map::Values<'a, char, usize>,
}
fn shown<T: Debug>(items: impl IntoIterator<Item = T>) -> String {
    items.into_iter().map(|x| format!("{x:?}")).collect::<Vec<_>>().join(" ")
}
#[derive(Debug, Clone, Copy, PartialEq)]
struct Op {
    name: &'static str,
    apply: fn(i64, i64) -> i64,
    measure: fn(&str) -> usize,
}

fn main() {
    let mut map: BTreeMap<i32, char> = (0..8).zip('a'..).collect();
    let taken = shown(map.extract_if(2..6, |k, _| k % 2 == 0));
    println!("{taken} | {} {:?}", shown(map.range(3..).rev()), map.clone().range_mut(..=1).next_back());
    let (a, b) = (BTreeSet::from([1, 3, 5, 7]), BTreeSet::from([3, 4, 5]));
    println!("{} | {} | {} | {}", shown(&a | &b), shown(a.intersection(&b)), shown(a.symmetric_difference(&b)), shown(&a - &b));
    let mut set: HashSet<u8> = (0..10).collect();
    let mut odd: Vec<u8> = set.extract_if(|x| x % 2 == 1).collect();
    odd.sort();
    println!("{odd:?} {}", set.len());
    let mut list = LinkedList::from([1, 2, 3, 4]);
    *list.push_back_mut(5) += 10;
    let even = shown(list.extract_if(|x| *x % 2 == 0));
    println!("{even} {list:?} {}", shown(list.iter().rev()));
    let mut deque: VecDeque<i32> = (0..6).collect();
    deque.rotate_left(4);
    println!("{} | {}", shown(deque.range(1..4)), deque == [4, 5, 0, 1, 2, 3]);
    println!("{}", shown(deque.drain(1..=2)));
    let heap = BinaryHeap::from([2, 9, 4]);
    println!("{:?} {}", heap.iter().max().copied(), shown(heap.into_sorted_vec()));
    let mut scores = HashMap::from([("a", 1), ("b", 2), ("c", 3)]);
    if let [Some(x), Some(y)] = scores.get_disjoint_mut(["a", "c"]) {
        std::mem::swap(x, y);
    }
    println!("{} {} {:?}", scores["a"] + 0, scores["c"] + 0, scores.clone().entry("d").insert_entry(4).get());

    let counts = "hello".chars().fold(HashMap::new(), |mut m, c| {
        *m.entry(c).or_insert(0usize) += 1;
        m
    });
    let names = BTreeMap::from([("x".to_string(), 1), ("y".to_string(), 2)]);
    let cache = Cache { keys: names.keys(), counts: counts.values() };
    println!("{:?} {}", cache.keys, cache.counts.sum::<usize>());

    let v = [1, 1, 2, 3, 3, 3, 4];
    println!("{} | {}", shown(v.chunk_by(|a, b| a == b).rev()), shown(v.rchunks(3)));
    println!("{} | {:?}", shown(v.chunks_exact(2).rev()), v.chunks_exact(2).remainder());
    println!("{} | {}", shown(v.splitn(2, |x| *x == 3)), shown(v.split_inclusive(|x| *x == 3).rev()));
    println!("{:?} {:?} {:?}", v.first_chunk::<2>(), v.as_chunks::<3>(), v.array_windows::<3>().next_back());
    let mut w = vec![1, 2, 3, 4, 5];
    let gone = shown(w.splice(1..3, [7, 8, 9]));
    println!("{gone} {w:?}");
    let sum = w.get_disjoint_mut([0, 2]).map(|[a, b]| *a + *b);
    println!("{sum:?} {:?}", w.get_disjoint_mut([1, 1]));
    let mut rest = &v[..];
    let parts = (rest.split_off(..2), rest.split_off(4..));
    println!("{parts:?} {rest:?}");

    println!("{} | {}", shown("a,b,,c,".split(',').rev()), shown("a,b,,c,".split_terminator(',').rev()));
    println!("{} | {}", shown("a-b-c".rsplitn(2, '-')), shown("one\ntwo\n".split_inclusive('\n').rev()));
    println!("{} | {}", shown("abcabc".rmatch_indices("bc")), shown("x1y22".matches(char::is_numeric).rev()));
    println!("{} {} {}", "xxabxx".trim_matches('x'), "tab\t\u{e9}".escape_default(), b"a\n\xff".escape_ascii());
    println!("{:?} {:?}", "a\u{1F600}".encode_utf16().collect::<Vec<_>>(), u16::try_from('\u{1F600}').is_err());
    let mut s = String::from("hello world");
    let head: String = s.drain(..6).rev().collect();
    println!("{head:?} {s:?}");
    let mut cow = Cow::from("ab") + "cd";
    cow += Cow::from("e".to_string());
    println!("{cow} {}", ["p", "q"].into_iter().collect::<Cow<str>>());

    let op = Op { name: "add", apply: |a, b| a + b, measure: str::len };
    println!("{} {} {}", op == op, (op.apply)(2, 3), (op.measure)("four") + op.name.len());
    println!("{} {}", 1u8 << &3i32, &256u32 >> 4u64);
    println!("{:?} {:?}", Saturating(250u8) + Saturating(9), -&Wrapping(i8::MIN));
    println!("{:?} {:?}", NonZero::<u64>::from(NonZero::new(5u32).unwrap()), NonZero::<u8>::try_from(NonZero::new(300u16).unwrap()).is_err());
    let total: Duration = [Duration::from_millis(1500), Duration::from_secs_f64(0.25)].iter().sum();
    println!("{total:?} {:.0?} {:?} {:?}", total, total.checked_sub(Duration::MAX), Duration::try_from_secs_f32(-1.0).map_err(|e| e.to_string()));
    let n = AtomicUsize::new(3);
    println!("{} {:?} {}", n.update(Ordering::SeqCst, Ordering::SeqCst, |x| x * 2), n.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |x| (x > 9).then_some(0)), n.load(Ordering::Relaxed));
    let pair = RefCell::new((1, "x".to_string()));
    {
        let (mut left, mut right) = RefMut::map_split(pair.borrow_mut(), |p| (&mut p.0, &mut p.1));
        *left += 1;
        right.push('y');
        println!("{}", pair.try_borrow().is_err());
    }
    println!("{pair:?} {:?}", Cell::new(5).replace(6));
    let found = (1..).try_for_each(|x| if x * x > 50 { ControlFlow::Break(x) } else { ControlFlow::Continue(()) });
    println!("{:?} {:?}", found.map_break(|x| x + 1), std::iter::repeat_n("z", 3).rev().collect::<String>());
    let mut it = [1, 2, 3, 10].into_iter().peekable();
    let first = it.next_if_map(|x| if x < 2 { Ok(x * 100) } else { Err(x) });
    println!("{first:?} {:?}", it.by_ref().map_while(|x| (x < 5).then_some(x)).size_hint());
    println!("{} {}", std::i32::MAX, std::u8::MIN);
}
