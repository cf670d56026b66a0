//! Loops that run long enough for their code to be made anew: references, drops, closures, panics and slices within them.
use std::collections::HashMap;
use std::panic::{catch_unwind, Location};

struct Counted<'a>(&'a mut u32, usize);
impl Drop for Counted<'_> {
    fn drop(&mut self) {
        *self.0 += 1;
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Point {
    x: i64,
    y: i64,
}
impl std::ops::Add for Point {
    type Output = Point;
    fn add(self, other: Point) -> Point {
        Point { x: self.x + other.x, y: self.y + other.y }
    }
}

#[track_caller]
fn here(deep: bool) -> u32 {
    if deep { Location::caller().line() } else { nested() }
}
#[track_caller]
fn nested() -> u32 {
    Location::caller().line()
}

fn small_step(value: &mut i32, by: i32) -> i32 {
    let slot = &mut *value;
    *slot += by;
    *value
}

fn checked(values: &[u8], index: usize) -> u8 {
    values[index] + 250
}

fn either(option: Option<Point>, default: Point) -> Point {
    match option {
        Some(point) if point.x % 2 == 0 => point,
        Some(_) | None => default,
    }
}

fn main() {
    let mut drops = 0;
    let mut kept = 0;
    for turn in 0..1_200 {
        let counted = Counted(&mut drops, turn);
        if turn % 3 == 0 {
            let moved = counted;
            kept += moved.1;
            continue;
        }
        if turn % 400 == 1 {
            std::mem::forget(counted);
        }
    }
    println!("{drops} {kept}");

    let mut value = 0;
    let mut seen = 0i64;
    let mut i = 0;
    while i < 2_000 {
        let mut small = 250u8;
        let slot = &mut small;
        *slot = (i % 7) as u8;
        small += 10;
        seen += i64::from(small);
        seen += i64::from(small_step(&mut value, 1) & 3);
        i += 1;
    }
    println!("{value} {seen}");

    let grid = vec![vec![1u32, 2, 3], vec![4, 5, 6], vec![7, 8, 9]];
    let mut total = 0;
    for turn in 0..700usize {
        for row in &grid {
            total += row[turn % 3];
        }
        total += grid.iter().flatten().filter(|n| **n % 2 == 0).map(|n| n * 2).sum::<u32>();
    }
    println!("{total}");

    let mut point = Point { x: 0, y: 0 };
    let mut swapped = (0, 1);
    for turn in 0..1_500 {
        point = point + either(if turn % 5 == 0 { None } else { Some(Point { x: turn, y: 1 }) }, Point { x: 1, y: 0 });
        swapped = (swapped.1, (swapped.0 + swapped.1) % 1_000_007);
    }
    println!("{point:?} {swapped:?}");

    let mut lines = HashMap::new();
    for turn in 0..600 {
        *lines.entry(here(turn % 2 == 0)).or_insert(0) += 1;
    }
    println!("{lines:?}");

    let values = [1u8, 2, 3, 9];
    let mut failures = Vec::new();
    for turn in 0..20 {
        let result = catch_unwind(|| (0..200).map(|i| u32::from(checked(&values, (i * turn / 199) % 5) > 0)).sum::<u32>());
        if let Err(payload) = result {
            let text = payload.downcast_ref::<String>().cloned();
            let text = text.or(payload.downcast_ref::<&str>().map(|text| text.to_string()));
            failures.push(text.unwrap());
        }
    }
    failures.dedup();
    println!("{failures:?}");

    let (sender, receiver) = std::sync::mpsc::channel();
    let producer = std::thread::spawn(move || {
        for i in 0..500u64 {
            sender.send(i * i % 13).unwrap();
        }
    });
    println!("{}", receiver.iter().sum::<u64>());
    producer.join().unwrap();
}
