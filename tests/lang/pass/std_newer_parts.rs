//! Parts of std that are new in 1.95, old, or seldom used.
#![allow(deprecated)]
use std::{cell::Cell, hash::{Hash, Hasher, SipHasher}, io::*, ops::RangeBounds, panic::AssertUnwindSafe, pin::Pin, range::RangeInclusive, sync::atomic::*};

fn ranges() {
    let r = RangeInclusive::from(2..=4);
    println!("{r:?} {} {} {}", r.contains(&4), r.contains(&5), r.is_empty());
    let copy = r;
    println!("{} {:?} {:?}", r == copy, r.iter().rev().collect::<Vec<_>>(), r.into_iter().size_hint());
    for i in copy { print!("{i} "); }
    println!("{:?} {:?}", &[1, 2, 3, 4, 5, 6][RangeInclusive { start: 1, last: 2 }], &"héllo"[RangeInclusive { start: 0, last: 2 }]);
    println!("{:?} {:?}", [1, 2].get(RangeInclusive { start: 1, last: 2 }), r.end_bound());
    let old: std::ops::RangeInclusive<u8> = RangeInclusive { start: 1, last: 3 }.into();
    println!("{} {}", old.sum::<u8>(), RangeInclusive { start: 1u8, last: 3 }.into_iter().len());
    println!("{:?}", (RangeInclusive { start: 'a', last: 'e' }).into_iter().step_by(2).collect::<String>());
    let RangeInclusive { start, last } = r;
    println!("{start} {last}");
}
fn hashes() {
    let mut h = SipHasher::new();
    println!("{:x}", h.finish());
    "abc".hash(&mut h);
    7u64.hash(&mut h);
    println!("{:x}", h.finish());
    let mut k = SipHasher::new_with_keys(0x0706050403020100, 0x0f0e0d0c0b0a0908);
    for b in 0..15u8 { k.write_u8(b); }
    println!("{:x} {:x}", k.finish(), k.clone().finish());
    let mut d = SipHasher::default();
    (1u8, "x", vec![1u16, 2], Some('c')).hash(&mut d);
    println!("{:x}", d.finish());
}
fn cells() {
    let c = Cell::new([1, 2, 3]);
    let parts: &[Cell<i32>] = c.as_ref();
    parts[1].set(20);
    let array: &[Cell<i32>; 3] = c.as_ref();
    array[0].set(10);
    println!("{:?}", c.get());
    let e: std::num::TryFromIntError = match u8::try_from(3u8) { Ok(_) => u8::try_from(300).unwrap_err(), Err(never) => never.into() };
    println!("{e}");
}
fn pointers() {
    let mut values = [1u32, 2];
    let p = AtomicPtr::new(values.as_mut_ptr());
    let old = p.update(Ordering::SeqCst, Ordering::SeqCst, |p| p.wrapping_add(1));
    println!("{} {}", unsafe { *old }, unsafe { *p.load(Ordering::SeqCst) });
    println!("{:?}", p.try_update(Ordering::SeqCst, Ordering::SeqCst, |_| None).is_err());
    let pinned: Pin<&'static str> = Pin::static_ref("pinned");
    println!("{pinned}");
    *Pin::static_mut(Box::leak(Box::new(5))) += 1;
}
fn reading() -> Result<()> {
    let mut r = BufReader::with_capacity(4, Cursor::new((0..20u8).collect::<Vec<_>>()));
    let mut b = [0; 2];
    r.read_exact(&mut b)?;
    r.seek_relative(-1)?;
    r.read_exact(&mut b)?;
    println!("{b:?} {:?}", r.buffer());
    r.seek_relative(5)?;
    r.read_exact(&mut b)?;
    println!("{b:?} {}", r.stream_position()?);
    Ok(())
}
fn main() {
    ranges();
    hashes();
    cells();
    pointers();
    reading().unwrap();
    let mut ready = std::pin::pin!(AssertUnwindSafe(async { 5 }));
    let mut cx = std::task::Context::from_waker(std::task::Waker::noop());
    println!("{:?}", ready.as_mut().poll(&mut cx));
}
use std::future::Future;
