//! `{:?}` and `{:#?}` of builders, collections, iterators and durations, with widths and precisions.
use std::fmt;
use std::collections::*;
#[derive(Debug, Clone)] struct U;
#[derive(Debug, Clone)] struct P(i32, String);
#[derive(Debug, Clone)] struct Q { a: i32, b: Vec<P>, c: Option<U>, d: BTreeMap<String, (i32, f64)>, e: BTreeSet<char>, f: &'static str }
struct M;
impl fmt::Debug for M {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_map().key(&"a\nb").value(&1).entry(&P(1, "x".into()), &Some(2)).finish()
    }
}
struct L(bool);
impl fmt::Debug for L { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { if self.0 { f.debug_list().entry(&1).entry(&"q").finish_non_exhaustive() } else { f.debug_list().finish_non_exhaustive() } } }
struct T(u8);
impl fmt::Debug for T { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { match self.0 { 0 => f.debug_tuple("").field(&1).finish(), 1 => f.debug_tuple("T").finish(), 2 => f.debug_struct("S").finish_non_exhaustive(), 3 => f.debug_struct("S").field("x", &L(true)).finish_non_exhaustive(), 4 => f.debug_tuple("T").field(&1).finish_non_exhaustive(), 5 => f.debug_tuple("T").finish_non_exhaustive(), _ => f.debug_set().entries([1,2]).finish_non_exhaustive() } } }
fn main() {
    let q = Q { a: 1, b: vec![P(1, "é\n".into()), P(2, String::new())], c: Some(U), d: [("k".to_string(), (1, 2.5))].into_iter().collect(), e: "hello".chars().collect(), f: "multi\nline" };
    println!("{:?}", q); println!("{:#?}", q);
    println!("{:?} {:#?}", M, M);
    for b in [true, false] { println!("{:?} {:#?}", L(b), L(b)); }
    for i in 0..7 { println!("{:?} {:#?}", T(i), T(i)); }
    println!("{:5?}|{:<5?}|{:^7.2?}|{:#06x?}|{:02X?}", vec![1, 2], Some(3), [1.0, 2.5], vec![10, 255], [10u8, 255]);
    println!("{:#?}", ((), (1,), [(); 2], Vec::<i32>::new(), BTreeMap::<i32, i32>::new()));
    println!("{:?}", [1, 2, 3].iter().map(|x| x + 1));
    println!("{:?} {:?}", [1, 2, 3].iter().enumerate().skip(1), "abc".chars().rev());
    println!("{:?} {:?} {:?}", (0..3).into_iter().chain(5..7), [1,2,3].chunks(2), vec![1,2].into_iter().peekable());
    println!("{:?}", std::time::Duration::from_millis(1500));
    println!("{:?} {:.1?} {:>10?}|{:?} {:?}", std::time::Duration::from_micros(1234), std::time::Duration::from_nanos(1_999_999), std::time::Duration::from_secs(3), std::time::Duration::from_nanos(999), std::time::Duration::new(1, 1));
    let d: VecDeque<i32> = (0..5).collect(); println!("{:?} {:?}", d.iter(), d);
    println!("{:?}", HashMap::from([(1, "x")]).keys());
    println!("{:?} {:?}", "a b".split(' ').collect::<Vec<_>>(), "x=1;y=2".split(';').map(|kv| kv.split_once('=')).collect::<Vec<_>>());
}
