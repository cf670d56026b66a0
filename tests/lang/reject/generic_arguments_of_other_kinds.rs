fn l<const N: usize, T>() {} struct A<const N: usize>; fn h<const C: char>() {} 
fn main() {  l::<1, u8>(); l::<u8, 1>(); h::<u8>(); let e2: A<1, 2> = A; let d: A<u8> = A; l::<u8, u8>(); l::<1, 1>(); l::<1>(); l(); }
struct E1;
fn u() -> Result<u8, ()> { Err(E1)? }
fn v() -> Result<u8, u16> { Err(E1)? }
fn w() -> Result<u8, String> { Err(E1)? }
fn x() { let a: () = E1.into(); let b: u8 = E1.into(); let c: Vec<u8> = E1.into(); }

fn dynf(f: &dyn Fn(&str) -> usize) {}
fn closure() { dynf(|x| x.len()); }
