//! A panic hook sees where std panics: at the caller's place if that function is `#[track_caller]`, else in rustc's library.
use std::cell::{LazyCell, OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet, LinkedList, VecDeque};
use std::ops::Bound::Excluded;
use std::panic::{catch_unwind, AssertUnwindSafe};
use std::time::Duration;

fn try_it<R>(f: impl FnOnce() -> R) {
    let _ = catch_unwind(AssertUnwindSafe(f));
}

fn hot(x: i32) -> i32 {
    let mut total = 0i32;
    for i in 0..x {
        total = total.wrapping_add((i - 5).abs());
    }
    total.pow(2)
}

fn main() {
    std::panic::set_hook(Box::new(|info| {
        let place = info.location().unwrap();
        let file = place.file().rsplit_once("library/").map_or(place.file(), |(_, path)| path);
        let file = if file.ends_with("main.rs") || !file.contains('/') { "here" } else { file };
        let text = info.payload().downcast_ref::<&str>().map(|s| s.to_string());
        let text = text.or_else(|| info.payload().downcast_ref::<String>().cloned()).unwrap_or_default();
        println!("{file}:{}:{} {text}", place.line(), place.column());
    }));
    try_it(|| i32::MIN.abs());
    try_it(|| i64::MIN.abs());
    try_it(|| 10u8.pow(9));
    try_it(|| usize::MAX.next_power_of_two());
    try_it(|| i8::MIN.wrapping_div(0));
    try_it(|| i8::MIN.div_euclid(0));
    try_it(|| i32::from_str_radix("1", 37));
    try_it(|| u32::from_str_radix("1", 1));
    try_it(|| 1.5f32.clamp(2.0, f32::NAN));
    try_it(|| [i32::MAX, 1].iter().sum::<i32>());
    try_it(|| (1..=40).product::<i32>());
    try_it(|| (250u8..).nth(9));
    try_it(|| (0..3).step_by(0));
    try_it(|| vec![1, 2, 3].swap_remove(3));
    try_it(|| vec![1, 2, 3].remove(3));
    try_it(|| vec![1, 2, 3].drain(5..).count());
    try_it(|| vec![1, 2, 3].drain(..5).count());
    try_it(|| vec![1, 2, 3].drain(..=5).count());
    try_it(|| [1, 2, 3].copy_within(0..2, 2));
    try_it(|| [1, 2, 3].rotate_left(4));
    try_it(|| "aé".split_at(2));
    try_it(|| String::from("aé").drain(..2).count());
    try_it(|| String::from("aé").replace_range(2.., ""));
    try_it(|| 'a'.to_digit(37));
    try_it(|| VecDeque::from([1]).insert(3, 1));
    try_it(|| LinkedList::from([1]).split_off(3));
    try_it(|| BTreeMap::from([(1, 1)]).range(3..2).count());
    try_it(|| BTreeSet::from([1]).range((Excluded(3), Excluded(3))).count());
    try_it(|| Duration::ZERO - Duration::MAX);
    try_it(|| Duration::from_secs_f32(-1.0));
    let (a, b) = (RefCell::new(1), RefCell::new(2));
    let kept = b.borrow();
    try_it(|| a.swap(&b));
    try_it(|| b.replace(3));
    drop(kept);
    let once = OnceCell::new();
    try_it(|| once.get_or_init(|| *once.get_or_init(|| 1)));
    let lazy: LazyCell<i32> = LazyCell::new(|| panic!("at first"));
    try_it(|| *lazy);
    try_it(|| *lazy);
    try_it(|| Vec::<u8>::new().reserve(usize::MAX));
    try_it(|| hot(30000));
}
