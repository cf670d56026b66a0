//! Where the elements of a deque lie, whatever was done with it: its two slices, its capacity, and what is dropped when.
use std::collections::VecDeque;
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct D(u32);
impl Drop for D { fn drop(&mut self) { print!("-{} ", self.0); } }
struct R(u64);
impl R { fn n(&mut self, m: usize) -> usize { self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407); ((self.0 >> 33) as usize) % m } }
fn show(d: &VecDeque<D>) { let (a, b) = d.as_slices(); println!("| {:?} {:?} {}", a.iter().map(|x| x.0).collect::<Vec<_>>(), b.iter().map(|x| x.0).collect::<Vec<_>>(), d.capacity()); }
fn main() {
    for seed in 3..7 {
        let mut r = R(seed * 7919 + 1);
        let mut d: VecDeque<D> = VecDeque::new();
        let mut c = 0;
        for _ in 0..60 {
            let op = r.n(24);
            print!("{op} ");
            match op {
                0..=3 => { c += 1; d.push_back(D(c)); }
                4..=7 => { c += 1; d.push_front(D(c)); }
                8 => { let n = d.len(); c += 1; d.insert(r.n(n + 1), D(c)); }
                9 => { if d.len() > 0 { let n = d.len(); let x = d.remove(r.n(n)); println!("{:?}", x); } }
                10 => { let n = d.len(); d.rotate_left(r.n(n + 1)); }
                11 => { let n = d.len(); d.rotate_right(r.n(n + 1)); }
                12 => { d.make_contiguous(); }
                13 => { let n = d.len(); let a = r.n(n + 1); let b = a + r.n(n - a + 1); let mut dr = d.drain(a..b); println!("{:?}", dr.next()); println!("{:?}", dr.next_back()); println!("{:?}", dr); }
                14 => { d.retain(|x| x.0 % 3 != 0); }
                15 => { let n = d.len(); let mut o = d.split_off(r.n(n + 1)); show(&o); o.push_front(D(1000)); d.append(&mut o); show(&o); }
                16 => { let n = d.len(); d.truncate(n - r.n(n + 1) / 2); }
                17 => { d.shrink_to(r.n(20)); }
                18 => { d.reserve(r.n(10)); }
                19 => { d.pop_front(); }
                20 => { d.pop_back(); }
                21 => { let v = Vec::from(std::mem::take(&mut d)); d = v.into(); }
                22 => { let n = d.len(); d.resize(n + r.n(4), D(77)); d.extend((0..r.n(5)).filter(|x| x % 2 == 0).map(|x| D(x as u32))); }
                _ => { let n = d.len(); if n > 1 { d.swap(0, r.n(n)); d.swap_remove_front(r.n(n)); } let mut e = d.clone(); e.clone_from(&d); show(&e); println!("{:?}", d.binary_search(&D(5))); }
            }
            show(&d);
        }
        println!();
    }
    let z: VecDeque<()> = (0..10).map(|_| ()).collect();
    println!("{} {}", z.len(), z.capacity());
}
