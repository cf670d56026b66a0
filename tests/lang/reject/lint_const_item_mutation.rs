#![deny(const_item_mutation)]
#[derive(Debug)]
struct S { f: u8, raw: *mut u8 }
impl S { fn set(&mut self) { self.f = 3; } fn get(&self) -> u8 { self.f } }
const C: S = S { f: 1, raw: 0 as *mut u8 };
const A: [u8; 2] = [1, 2];
const V: Vec<i32> = Vec::new();
struct W; impl W { const K: [u8; 2] = [0; 2]; }
fn main() {
    C.f = 4;
    A[0] = 5;
    C.set();
    C.get();
    V.push(1);
    let _r = &mut C;
    let _q = &mut C.f;
    W::K[1] = 3;
    unsafe { if C.f == 9 { *C.raw = 1; } }
    println!("{:?}", A);
    let mut x = A; x[0] = 3; println!("{:?}", x);
    C.f += 1;
}
