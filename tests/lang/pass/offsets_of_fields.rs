use std::mem::{self, offset_of, size_of};
#[allow(dead_code)]
struct A {
    a: u8,
    b: u32,
    c: u16,
    n: N,
}
#[allow(dead_code)]
struct N {
    x: u64,
    t: (u8, u16, [u32; 2]),
}
#[repr(C)]
struct C {
    a: u8,
    b: u64,
    c: u8,
}
#[repr(C, packed)]
struct P {
    a: u8,
    b: u32,
}
#[repr(C)]
union U {
    a: u8,
    b: [u16; 4],
}
struct G<T>(T, u8);
struct Un<T: ?Sized> {
    a: u16,
    t: T,
}
struct Dr(String, Box<u8>);
impl Drop for Dr {
    fn drop(&mut self) {
        println!("never");
    }
}
const OFF: usize = offset_of!(C, b);
static TABLE: [usize; 3] = [offset_of!(C, a), offset_of!(C, b), offset_of!(C, c)];
fn gen<T>() -> usize {
    offset_of!(G<T>, 1)
}
trait Tr {
    const O: usize;
}
impl<T> Tr for G<T> {
    const O: usize = offset_of!(Self, 0);
}
struct W([u8; offset_of!(C, b)]);
mod m {
    pub struct V {
        pub x: u8,
        pub y: u64,
    }
}
fn main() {
    println!(
        "{} {} {} {}",
        offset_of!(A, a),
        offset_of!(A, b),
        offset_of!(A, c),
        offset_of!(A, n)
    );
    println!("{} {}", offset_of!(A, n.x), offset_of!(A, n.t.1) - offset_of!(A, n));
    println!("{OFF} {TABLE:?} {} {}", gen::<u32>(), gen::<[u64; 2]>());
    println!("{} {}", <G<u8> as Tr>::O, size_of::<W>());
    println!("{} {} {}", offset_of!(P, b), offset_of!(U, b), mem::offset_of!((u8, u64), 0));
    println!("{} {}", offset_of!(Un<u64>, t), offset_of!(Dr, 1) != offset_of!(Dr, 0));
    println!("{}", std::mem::offset_of!(m::V, y));
    println!("{}", core::mem::offset_of!(std::ops::Range<u8>, end,));
    let c = C { a: 1, b: 2, c: 3 };
    let p = &c as *const C as *const u8;
    unsafe {
        println!("{} {}", *p.add(offset_of!(C, c)), 1);
    }
    const { assert!(offset_of!(C, a) == 0) }
}
