//! The addresses of statics and constants stay what they are when others are first used.
static A: u32 = 1; static B: [u8; 100] = [0; 100]; static C: u32 = 3;
fn later() -> usize { static D: [u64; 9] = [1; 9]; let x: &'static [u32; 40] = &[7; 40]; let y: &'static str = "later"; let z: &'static (u8, u16) = &(1, 2); (x as *const _ as usize) ^ (z as *const _ as usize) ^ y.len() ^ (&raw const D as usize) }
fn main() {
    let p: &'static (i32, i32) = &(5, 6); let c = &C as *const u32; let (a1, c1) = (p as *const (i32, i32) as usize, c as usize);
    let b1 = &A as *const u32 as usize; let n = later(); let m = &B as *const _ as usize; std::hint::black_box((n, m));
    println!("{} {} {}", a1 == p as *const (i32, i32) as usize, c1 == c as usize, b1 == &A as *const u32 as usize);
    println!("{}", (&p.1 as *const i32 as usize) - (p as *const _ as usize));
}
