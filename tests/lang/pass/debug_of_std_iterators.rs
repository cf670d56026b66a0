//! What `Debug` shows of std's iterators, what they say of their size, and properties of characters.
#![allow(unused)]

use std::collections::*;

macro_rules! p { ($($e:expr),* $(,)?) => { $(println!("{:?}", $e);)* } }

fn part0() {
    let mut v = vec![1, 2, 3, 4, 5]; 
    p!(v.rsplit(|x| *x == 2), v.rsplit_mut(|x| *x == 2), v.rsplitn(2, |x| *x == 2), v.rsplitn_mut(2, |x| *x == 2), v.split_inclusive(|x| *x == 2), v.split_inclusive_mut(|x| *x == 2), v.splitn(2, |x| *x == 2), v.splitn_mut(2, |x| *x == 2), v.split(|x| *x == 2), v.split_mut(|x| *x == 2), v.extract_if(.., |x| *x > 3), v.extract_if(1..3, |x| *x > 3));
}

fn part1() {
    let mut v = vec![1, 2, 3, 4, 5]; 
    let mut c = v.split(|x| *x == 2); c.next(); p!(c); c.next(); p!(c);
}

fn part2() {
    let mut v = vec![1, 2, 3, 4, 5]; let s: BTreeSet<i32> = (1..4).collect(); 
    let mut m: BTreeMap<i32, i32> = BTreeMap::from([(1, 2), (3, 4)]); let mut s2 = s.clone(); p!(m.extract_if(.., |_, _| true), s2.extract_if(.., |_| true), m.iter_mut(), m.range(1..), m.range_mut(1..), m.values_mut(), m.entry(1), m.first_entry(), m.clone().into_iter(), m.clone().into_keys(), m.clone().into_values(), m.keys(), m.values(), s.range(2..), s.iter(), s.clone().into_iter());
}

fn part3() {
    let mut v = vec![1, 2, 3, 4, 5]; 
    let mut h: HashMap<i32, i32> = HashMap::from([(1, 2)]); let mut hs = HashSet::from([1]); p!(h.extract_if(|_, _| true), hs.extract_if(|_| true), h.iter(), h.iter_mut(), h.keys(), h.values(), h.values_mut(), h.clone().into_iter(), h.clone().into_keys(), h.clone().into_values(), h.entry(1), h.entry(2), h.drain(), hs.iter(), hs.clone().into_iter(), hs.union(&HashSet::from([1])), hs.intersection(&HashSet::from([1])), hs.difference(&HashSet::from([2])), hs.symmetric_difference(&HashSet::from([1])), hs.drain());
}

fn part4() {
    let mut v = vec![1, 2, 3, 4, 5]; 
    let mut l = LinkedList::from([1, 2]); p!(l.iter(), l.iter_mut(), l.extract_if(|_| true), l.clone().into_iter()); let mut d = VecDeque::from([1, 2]); p!(d.iter(), d.iter_mut(), d.drain(..1), d.clone().into_iter()); let mut b = BinaryHeap::from([1, 2]); p!(b.iter(), b.peek_mut(), b.clone().into_iter(), b.drain()); p!(v.drain(1..3), v.splice(0..1, [9]), v.iter(), v.iter_mut(), v.clone().into_iter(), v.windows(2), v.array_windows::<2>(), v.chunks_exact(2), v.rchunks_exact(2), v.chunk_by(|a, b| a < b), v.chunk_by_mut(|a, b| a < b));
}

fn part5() {
    let mut v = vec![1, 2, 3, 4, 5]; 
    p!('a'.to_uppercase(), 'ß'.to_uppercase(), 'a'.to_lowercase(), 'a'.escape_default(), '\n'.escape_default(), 'a'.escape_debug(), '\n'.escape_debug(), 'é'.escape_unicode(), char::decode_utf16([0x61u16, 0xd800]), { let mut e = '\n'.escape_default(); e.next(); e }, b'\n'.escape_ascii(), std::ascii::escape_default(b'\n'), char::from_u32(0xd800), char::decode_utf16([0xd800u16]).next());
}

fn part6() {
    let mut v = vec![1, 2, 3, 4, 5]; 
    let f = std::future::pending::<i32>(); p!(f, std::future::poll_fn(|_| std::task::Poll::Ready(1)), std::future::ready(1)); let (tx, rx) = std::sync::mpsc::channel::<i32>(); p!(rx.iter(), rx.try_iter(), tx, rx, rx.into_iter()); let h = std::thread::spawn(|| ()); p!(h); h.join().unwrap(); std::thread::scope(|s| { p!(s, s.spawn(|| ())); });
}

fn part7() {
    let mut v = vec![1, 2, 3, 4, 5]; 
    p!((0..3).zip(1..2), [1].iter().zip([2].iter()), "a".chars().zip(0..2), (0..2).zip("ab".chars()), vec![1].into_iter().zip(vec!["a".to_string()]), [1].iter().map(|x| x).zip([1].iter().copied()), std::iter::repeat(1).zip(0..1), [1].iter().enumerate().zip("a".bytes()), (0..2).rev().zip(0..2), [1].chunks(1).zip([1].windows(1)), (0..2u128).zip(0..1u8), std::iter::zip([1], [2]));
}

fn part8() {
    let mut v = vec![1, 2, 3, 4, 5]; 
    p!((0..3).take(2), (0..3).step_by(2), (0..10).step_by(3).skip(1), { let mut s = (0..10).step_by(3); s.next(); s }, (0..3).peekable(), { let mut s = (0..3).peekable(); s.peek(); s }, (0..3).cycle(), (0..3).fuse(), { let mut s = (0..1).fuse(); s.next(); s.next(); s }, std::iter::repeat(1), std::iter::once(2), std::iter::empty::<i32>(), std::iter::repeat_n('x', 2), std::iter::repeat_n('x', 0), [[1, 2]].iter().flatten(), (0..2).map(|x| x), (0..2).filter(|_| true), (0..2).filter_map(|x| Some(x)), (0..2).flat_map(|x| 0..x), (0..2).scan(0, |_, x| Some(x)), (0..2).inspect(|_| ()), (0..2).take_while(|_| true), (0..2).skip_while(|_| true), (0..2).map_while(|x| Some(x)), std::iter::from_fn(|| Some(1)), std::iter::successors(Some(1), |x| Some(x + 1)), std::iter::repeat_with(|| 1), std::iter::once_with(|| 1), [1, 2].iter().rev(), [1].iter().enumerate(), [1].iter().skip(1), (0..2).chain(3..4), { let mut c = (0..1).chain(3..4); c.next(); c.next(); c }, [Some(1)].into_iter().flatten(), Some(1).into_iter(), Some(1).iter(), Some(1).iter_mut(), Ok::<i32, ()>(1).iter(), Ok::<i32, ()>(1).into_iter(), [1, 2].into_iter(), { let mut i = [1, 2].into_iter(); i.next(); i }, "ab".chars().rev());
}

fn sets() {
    let s: BTreeSet<i32> = (1..4).collect();
    let t: BTreeSet<i32> = (2..30).collect();
    let (e, far): (BTreeSet<i32>, BTreeSet<i32>) = (BTreeSet::new(), (100..103).collect());
    p!(s.union(&t), s.intersection(&t), s.difference(&t), s.symmetric_difference(&t), s.intersection(&e), e.difference(&s));
    p!(s.difference(&e), s.intersection(&far), t.difference(&s), BTreeSet::from([5]).intersection(&t), t.intersection(&s));
    for (a, b) in [(&s, &t), (&t, &s), (&s, &e), (&far, &t), (&s, &s)] {
        p!(a.union(b).size_hint(), a.intersection(b).size_hint(), a.difference(b).size_hint(), a.symmetric_difference(b).size_hint());
        p!(a.union(b).sum::<i32>(), a.intersection(b).sum::<i32>(), a.difference(b).sum::<i32>(), a.symmetric_difference(b).count());
    }
}

fn text() {
    let mut s = "a b c".split(' ');
    s.next();
    println!("{s:?}");
    s.next_back();
    println!("{s:?}");
    s.next();
    println!("{s:?}");
    s.next();
    println!("{s:?}");
    println!("{:?}", "aéb".split('é'));
    println!("{:?}", "abab".split("ab"));
    println!("{:?}", "".split(""));
    println!("{:?}", "abc".split("abcabd"));
    println!("{:?}", "x".split("aab"));
    println!("{:?}", "x".split("abaab"));
    println!("{:?}", "x".split(&"q".to_string()));
    println!("{:?}", "x".matches(&['a', 'b']));
    println!("{:?}", "axb".rsplit_terminator('x'));
    println!("{:?}", "axb".splitn(2, "x"));
    println!("{:?}", "a\nb".lines());
    println!("{:#?}", "a b".split(' '));
    println!("{:?}", "नमस्ते".chars().map(|c| c.is_alphabetic()).collect::<Vec<_>>());
    println!("{:?}", 'ꟛ'.to_uppercase().collect::<String>());
    println!("{:?}", "e\u{301}".escape_debug().to_string());
    println!("{:?}", "\u{301}e".escape_debug().to_string());
    println!("{:?} {:?}", "e\u{301}", '\u{ff9e}');
    println!("{}", "ⓐⅣ²".chars().all(|c| c.is_alphanumeric()));
    let mut t = "aXbXc".split("X");
    println!("{:?} {:?} {:?} {:?}", t.next(), t.next(), t.next(), t.next());
    println!("{:?}", "a,b".rsplit(',').rev().collect::<Vec<_>>());
    let mut m = "aabaa".match_indices('a');
    println!("{:?} {:?} {:?} {:?} {:?}", m.next(), m.next_back(), m.next(), m.next_back(), m.next());
    let mut e = "ab".split("");
    println!("{:?} {:?} {:?} {:?} {:?}", e.next(), e.next(), e.next(), e.next(), e.next());
    println!("{:?}", "ab".rsplit("").collect::<Vec<_>>());
}

fn sizes() {
    println!("{:?} {:?} {:?} {:?} {:?} {:?}", (0..=u64::MAX).size_hint(), (-128i8..127).size_hint(), (0u128..5).size_hint(), (0..u128::MAX).size_hint(), (-5i128..5).len2(), (i64::MIN..i64::MAX).size_hint()); println!("{:?} {:?} {:?}", (0u128..100).nth(7), (u128::MAX - 3..u128::MAX).nth(1), (0u128..100).step_by(30).collect::<Vec<_>>()); println!("{:?} {:?} {:?}", [[1, 2], [3, 4]].iter().flatten().size_hint(), (0..3).flat_map(|x| [x; 2]).size_hint(), vec![[1; 3]; 2].into_iter().flatten().rev().size_hint()); println!("{:?}", (-128i8..=127).rev().step_by(100).collect::<Vec<_>>()); println!("{:?} {:?}", ('a'..'e').size_hint(), ('\u{d7ff}'..='\u{e000}').len2());
 let mut r = 1..=3; r.by_ref().for_each(drop); println!("{:?} {:?}", &[1, 2, 3, 4, 5][r.clone()], r); println!("{:?}", std::char::decode_utf16([0xd83c, 0xdf89, 0xd800, 0x61, 0xdc00, 0x62]).map(|r| r.map_err(|e| e.unpaired_surrogate())).collect::<Vec<_>>()); println!("{:?}", char::decode_utf16([0xd800u16, 0x61]).size_hint());
}
trait L2: Iterator + Sized { fn len2(self) -> usize { self.count() } } impl<I: Iterator> L2 for I {}

fn main() {
    part0();
    part1();
    part2();
    part3();
    part4();
    part5();
    part6();
    part7();
    part8();
    sets();
    text();
    sizes();
}
