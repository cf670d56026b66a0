//! `const { .. }` is a body of its own, evaluated once for each choice of the parameters around it.
use std::cell::Cell;
struct Pair<T>(T);
impl<T> Pair<T> {
    const BYTES: usize = const { std::mem::size_of::<T>() * 2 };
    fn bytes(&self) -> usize {
        const { Self::BYTES + 1 }
    }
}
fn nothing<'a, T>() -> &'static [Option<&'a T>] {
    const { &[None] }
}
fn small<const N: usize>() -> u8 {
    const {
        if N > 200 {
            panic!("too big")
        }
        N as u8
    }
}
struct Loud;
impl Drop for Loud {
    fn drop(&mut self) {
        println!("dropped");
    }
}
fn main() {
    println!("{} {} {}", Pair(1u16).bytes(), nothing::<i32>().len(), small::<7>());
    let names = [const { String::new() }; 2];
    let sum = const { let a = [1, 2, 3]; a[1] + a.len() };
    let add: fn(i32) -> i32 = const { |x| x + 1 };
    println!("{names:?} {sum} {}", add(1));
    let cell = const { Cell::new(1) };
    cell.set(2);
    println!("{}", cell.get());
    let loud = const { Loud };
    let _ = const { Loud };
    println!("still here");
    drop(loud);
    let fixed: &'static usize = &const { 3 + 4 };
    match 7 {
        n if n == *fixed => println!("seven"),
        _ => {}
    }
}
