#![deny(dangling_pointers_from_temporaries)]
use std::ffi::*; use std::mem::MaybeUninit; use std::cell::*;
fn take(_: *const u8) {}
fn mk() -> String { String::new() }
struct S { s: String }
fn main() {
    take(mk().as_ptr());
    let _ = mk().as_ptr();
    let p = { mk() }.as_ptr();
    let q = if true { mk() } else { mk() }.as_ptr();
    let r = [1u8; 3].as_ptr();
    let s = S { s: mk() }.s.as_ptr();
    let t = mk().as_bytes().as_ptr();
    let u = MaybeUninit::<u8>::uninit().as_ptr();
    let v = RefCell::new(1).as_ptr();
    let w = UnsafeCell::new(1).get();
    let x = vec![mk()].as_mut_ptr();
    let y = Box::<str>::from("a").as_ptr();
    let z = CString::new("a").unwrap().into_raw();
    let aa = c"a".as_ptr();
    let bb = mk().clone().as_ptr() as usize;
    let cc = Some(mk().as_ptr());
    let dd = (mk()).as_ptr();
    let ee = mk().as_mut_str().as_mut_ptr();
    let ff = format!("x").as_ptr();
    let gg = std::rc::Rc::new(1u8); let _ = std::rc::Rc::as_ptr(&gg);
    let hh = vec![1u8].into_boxed_slice().as_ptr();
    let ii = vec![[1u8]][0].as_ptr();
    let jj = (mk() + "b").as_ptr();
    println!("{:?}", mk().as_ptr());
}
