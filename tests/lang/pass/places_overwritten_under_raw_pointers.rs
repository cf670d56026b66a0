//! Raw pointers into the parts of a place stay good when the place gets another value as a whole.
#![allow(unused, static_mut_refs)]

use std::cell::{Cell, RefCell, UnsafeCell};

#[derive(Debug, Clone, Copy, PartialEq)]
struct S { x: i32, y: [i32; 3], t: (u8, u16) }
enum E { A(i32), B(String) }
fn plain_values() {
    let mut s = S { x: 1, y: [1, 2, 3], t: (1, 2) };
    let px = &raw mut s.x;
    let py1 = &raw mut s.y[1];
    let pt = &raw mut s.t;
    let pt1 = unsafe { &raw mut (*pt).1 };
    s = S { x: 5, y: [6, 7, 8], t: (9, 10) };
    unsafe { println!("{} {} {:?} {}", *px, *py1, *pt, *pt1); }
    unsafe { *px = 50; *py1 = 70; (*pt1) = 100; }
    println!("{:?}", s);
    let ps = &raw mut s;
    unsafe { *ps = S { x: 0, y: [0; 3], t: (0, 0) }; }
    unsafe { println!("{} {} {:?} {}", *px, *py1, *pt, *pt1); }
    unsafe { *pt = (3, 4); println!("{} {:?}", *pt1, s); }
    s.y = [10, 11, 12];
    unsafe { println!("{}", *py1); }
    unsafe { std::ptr::write(ps, S { x: 1, y: [2; 3], t: (3, 3) }); println!("{} {} {:?} {}", *px, *py1, *pt, *pt1); }
    let mut a = [[1, 2], [3, 4]];
    let p = &raw mut a[1][0];
    a.swap(0, 1);
    unsafe { println!("{}", *p); }
    a = [[5, 6], [7, 8]];
    unsafe { println!("{}", *p); }
    a[1] = [9, 9];
    unsafe { println!("{}", *p); }
    let mut b = [[1, 1], [2, 2]];
    std::mem::swap(&mut a, &mut b);
    unsafe { println!("{}", *p); }
    let mut v = vec![[1, 2], [3, 4]];
    let p = &raw mut v[0][1];
    v[0] = [7, 8];
    unsafe { println!("{}", *p); }
    v.swap(0, 1);
    unsafe { println!("{}", *p); }
    v.reverse();
    unsafe { println!("{}", *p); }
    v.sort();
    unsafe { println!("{}", *p); }
    v.insert(0, [100, 101]);
    unsafe { println!("{}", v[0][1]); }
    let _ = std::mem::replace(&mut v[0], [5, 5]);
    let mut o = Some(3);
    let q = match &mut o { Some(x) => x as *mut i32, None => unreachable!() };
    o = Some(4);
    unsafe { println!("{}", *q); *q = 9; }
    println!("{:?}", o);
    let mut e = E::A(1);
    let q = if let E::A(x) = &mut e { &raw mut *x } else { panic!() };
    e = E::A(7);
    unsafe { println!("{}", *q); }
    e = E::B("hi".into());
    if let E::B(s) = &e { println!("{s}") }
    let mut bx = Box::new([1, 2, 3]);
    let p = bx.as_mut_ptr();
    *bx = [4, 5, 6];
    unsafe { println!("{}", *p.add(2)); }
    let mut arr = [1, 2, 3];
    let p = arr.as_mut_ptr();
    arr = [4, 5, 6];
    unsafe { println!("{}", *p.add(1)); *p = 40; }
    println!("{:?}", arr);
}

struct N { v: [u8; 4], next: *mut N }
fn cells_and_swaps() {
    let c = Cell::new([1, 2, 3]);
    let p = c.as_ptr() as *const i32;
    c.set([4, 5, 6]);
    unsafe { println!("{}", *p.add(1)); }
    let s = Cell::from_mut(&mut [1, 2, 3][..]).as_slice_of_cells().len();
    println!("{s}");
    let mut arr = [1, 2, 3];
    let cell: &Cell<[i32; 3]> = Cell::from_mut(&mut arr);
    let cells: &[Cell<i32>; 3] = cell.as_array_of_cells();
    cell.set([7, 8, 9]);
    println!("{}", cells[1].get());
    cells[0].set(1);
    println!("{:?}", cell.get());
    let cell2 = Cell::new([0, 0, 0]);
    cell.swap(&cell2);
    println!("{:?} {:?}", cells[2].get(), cell2.get());
    let u = UnsafeCell::new((1, 2));
    let p = unsafe { &raw mut (*u.get()).1 };
    unsafe { *u.get() = (3, 4); println!("{}", *p); }
    let r = RefCell::new((1, [2, 3]));
    let p = { let mut b = r.borrow_mut(); &raw mut b.1[1] };
    r.replace((5, [6, 7]));
    unsafe { println!("{}", *p); }
    let mut n = N { v: [1; 4], next: std::ptr::null_mut() };
    n.next = &mut n;
    let q = &raw mut n.v[3];
    unsafe { *n.next = N { v: [8; 4], next: n.next }; println!("{} {}", *q, n.v[0]); }
    let mut x = (1, 2);
    let px = &raw const x.1;
    let mut y = (3, 4);
    std::mem::swap(&mut x, &mut y);
    unsafe { println!("{}", *px); }
    let _old = std::mem::replace(&mut x, (10, 11));
    unsafe { println!("{}", *px); }
    let t = std::mem::take(&mut x);
    unsafe { println!("{} {:?}", *px, t); }
    unsafe { std::ptr::swap(&mut x, &mut y); println!("{}", *px); }
    unsafe { std::ptr::copy_nonoverlapping(&t, &mut x, 1); println!("{}", *px); }
    x.clone_from(&(21, 22));
    unsafe { println!("{}", *px); }
    let mut w = [[0; 2]; 3];
    let pw = &raw const w[1][1];
    w.fill([4, 4]);
    unsafe { println!("{}", *pw); }
    w.copy_from_slice(&[[1, 2], [3, 4], [5, 6]]);
    unsafe { println!("{}", *pw); }
    w.clone_from_slice(&[[1, 2], [3, 14], [5, 6]]);
    unsafe { println!("{}", *pw); }
    w.rotate_left(1);
    unsafe { println!("{}", *pw); }
}

struct Noisy(&'static str);
impl Drop for Noisy { fn drop(&mut self) { println!("drop {}", self.0); } }
struct Node { v: [i32; 2], n: Noisy, next: Option<Box<Node>> }
fn swap_in(p: *mut Node, name: &'static str) { unsafe { *p = Node { v: [p.read_volatile().v[0] + 1, 2], n: Noisy(name), next: None }; } }
#[derive(Clone, Debug)]
struct G { a: (u8, u8), s: String }
fn make(i: u8) -> G { G { a: (i, i + 1), s: format!("s{i}") } }
fn values_with_drops() {
    let mut n = Node { v: [1, 2], n: Noisy("a"), next: None };
    let q = &raw mut n.v[1];
    n = Node { v: [3, 4], n: Noisy("b"), next: None };
    unsafe { println!("{}", *q); *q = 40; }
    println!("{:?} {}", n.v, n.next.is_none());
    let mut b = Box::new(Node { v: [5, 6], n: Noisy("c"), next: None });
    let q = &raw mut b.v[0];
    *b = n;
    unsafe { println!("{}", *q); }
    let r: &mut Node = &mut b;
    *r = Node { v: [7, 8], n: Noisy("d"), next: Some(Box::new(Node { v: [0, 0], n: Noisy("e"), next: None })) };
    unsafe { println!("{}", *q); }
    let mut g = make(1);
    let q = &raw mut g.a.1;
    g = make(2);
    unsafe { println!("{}", *q); }
    let mut gs = Vec::with_capacity(9); gs.push(make(3)); gs.push(make(4));
    let q = &raw mut gs[1].a.0;
    for i in 5..8 { gs[1] = make(i); unsafe { println!("{}", *q); } gs.push(g.clone()); }
    println!("{:?}", gs);
    let mut acc = Vec::new();
    let mut cur = [0u8; 3];
    let p = cur.as_mut_ptr();
    for i in 0..3 { cur = [i; 3]; acc.push(cur); unsafe { *p = 9; } acc.push(cur); }
    println!("{:?}", acc);
    let mut s = make(9);
    let ps = &raw mut s;
    let mut all = vec![];
    for i in 0..3 { all.push(s); s = make(10 + i); unsafe { (*ps).a.0 = 99; } }
    println!("{:?} {:?}", all, s);
    let grid = [Cell::new([0, 0]), Cell::new([1, 1])];
    let c0: &[Cell<i32>; 2] = grid[0].as_array_of_cells();
    grid[0].swap(&grid[1]);
    println!("{} {}", c0[0].get(), c0[1].get());
    c0[0].set(7);
    println!("{:?}", grid[0].replace([5, 5]));
    println!("{} {}", c0[0].get(), c0[1].get());
    let mut t = (1, (2, 3));
    let q = &raw mut t.1.1;
    let f = |x: &mut (i32, (i32, i32))| { *x = (4, (5, 6)); };
    f(&mut t);
    unsafe { println!("{}", *q); }
    (t.0, t.1) = (8, (9, 10));
    unsafe { println!("{}", *q); }
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| { t = (11, if *unsafe { &*q } == 10 { (12, 13) } else { panic!() }); })).unwrap();
    unsafe { println!("{} {:?}", *q, t); }
    let mut arr = [make(20), make(21)];
    let q = &raw mut arr[0].a.1;
    let old = std::mem::replace(&mut arr, [make(22), make(23)]);
    unsafe { println!("{} {:?}", *q, old); }
    arr.swap(0, 1);
    unsafe { println!("{}", *q); }
    arr.reverse();
    arr.rotate_left(1);
    arr.sort_by(|a, b| b.a.cmp(&a.a));
    unsafe { println!("{} {:?}", *q, arr); }
    arr.clone_from(&old);
    unsafe { println!("{} {:?}", *q, arr); }
}

fn main() {
    plain_values();
    cells_and_swaps();
    values_with_drops();
}
