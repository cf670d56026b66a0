//! Near misses of E0499, E0500, E0501, E0502, E0503, E0506, E0510, E0524, E0594, E0596, E0713: loans that end in time.

use std::collections::HashMap;

#[derive(Debug, Default)]
struct Counter {
    hits: u32,
    misses: u32,
    log: Vec<String>,
}

impl Counter {
    fn hit(&mut self) -> &mut u32 {
        self.hits += 1;
        &mut self.hits
    }
}

struct Cursor<'a> {
    line: &'a mut String,
}

impl Drop for Cursor<'_> {
    fn drop(&mut self) {
        println!("cursor at {:?}", self.line);
    }
}

impl<'a> Cursor<'a> {
    /// The borrow ends with that of the cursor, before its destructor runs.
    fn end(&mut self) -> &mut String {
        self.line
    }
}

fn disjoint(c: &mut Counter) {
    let hits = &mut c.hits;
    let misses = &mut c.misses;
    *hits += 1;
    *misses += 2;
    c.log.push(format!("{}", c.hits));
}

fn two_phase(v: &mut Vec<usize>) {
    v.push(v.len());
    let last = v.len() - 1;
    v[last] += v[0];
    v.truncate(v.len());
}

fn one_after_the_other(c: &mut Counter) -> u32 {
    *c.hit() += 1;
    let seen = *c.hit();
    c.hits = 0;
    let mut add = |n| c.hits += n;
    add(1);
    add(2);
    let mut more = || c.misses += 1;
    more();
    seen + c.hits
}

/// One closure at a time needs the counter for itself; two closures may look at it together.
fn closures(c: &mut Counter) -> u32 {
    {
        let mut unique = || c.hits = 7;
        unique();
    }
    let a = || c.hits;
    let b = || c.hits + c.misses;
    a() + b()
}

fn closures_of_fields(c: &mut Counter) {
    let mut first = || c.hits += 1;
    let mut second = || c.misses += 1;
    first();
    second();
    first();
}

fn guards(x: &mut Option<i32>) -> i32 {
    match x {
        Some(n) if *n > 3 => {
            *n = 0;
            *x = None;
            1
        }
        Some(n) => *n,
        None => {
            *x = Some(1);
            2
        }
    }
}

fn split(v: &mut [i32]) {
    let (left, right) = v.split_at_mut(1);
    std::mem::swap(&mut left[0], &mut right[0]);
    if let [first, .., last] = v {
        std::mem::swap(first, last);
    }
}

fn get_or_insert(map: &mut HashMap<u8, String>) -> &mut String {
    if !map.contains_key(&1) {
        map.insert(1, String::from("new"));
    }
    map.get_mut(&1).unwrap()
}

/// What is behind `&mut` may change, though the variable isn't `mut`; so may a pattern's copy.
fn through_immutable(r: &mut i32, (mut a, b): (i32, &mut i32)) -> i32 {
    *r += 1;
    a += 1;
    *b += a;
    let c = std::cell::Cell::new(a);
    c.set(5);
    c.get() + *b
}

fn main() {
    let mut c = Counter::default();
    disjoint(&mut c);
    let mut v = vec![1, 2];
    two_phase(&mut v);
    println!("{v:?} {}", one_after_the_other(&mut c));
    println!("{}", closures(&mut c));
    closures_of_fields(&mut c);
    println!("{c:?}");
    let mut x = Some(5);
    println!("{} {} {}", guards(&mut x), guards(&mut x), guards(&mut x));
    let mut numbers = [1, 2, 3];
    split(&mut numbers);
    println!("{numbers:?}");
    let mut map = HashMap::new();
    get_or_insert(&mut map).push('!');
    println!("{map:?}");
    let (mut one, mut two) = (1, 2);
    println!("{}", through_immutable(&mut one, (3, &mut two)));
    let mut line = String::from("text");
    {
        let mut cursor = Cursor { line: &mut line };
        cursor.end().push('.');
    }
    line.push('!');
    let seen = one;
    let r = &mut one;
    *r = seen;
    one += 1;
    println!("{line} {one}");
}
