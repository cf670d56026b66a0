use std::{ffi::*, mem::size_of};
extern "C" { fn qsort(base: *mut c_void, n: usize, sz: usize, cmp: unsafe extern "C" fn(*const c_void, *const c_void) -> c_int); fn bsearch(k: *const c_void, base: *const c_void, n: usize, sz: usize, cmp: extern "C" fn(*const c_void, *const c_void) -> c_int) -> *mut c_void; }
unsafe extern "C" fn by_snd(a: *const c_void, b: *const c_void) -> c_int { unsafe { (*(a as *const [u8; 2]))[1] as i32 - (*(b as *const [u8; 2]))[1] as i32 } }
extern "C" fn ints(a: *const c_void, b: *const c_void) -> c_int { unsafe { *(a as *const i16) as c_int - *(b as *const i16) as c_int } }
unsafe extern "C" fn recs(a: *const c_void, b: *const c_void) -> c_int { let (a, b) = unsafe { (&*(a as *const Rec), &*(b as *const Rec)) }; b.key.cmp(&a.key) as c_int }
#[derive(Debug)] #[repr(C)] struct Rec { key: u8, v: [u16; 2] }
fn main() { unsafe {
    let mut v = [[1u8, 9], [3, 2], [0, 0]]; qsort(v.as_mut_ptr().cast(), v.len(), 2, by_snd); println!("{v:?}");
    let mut n = vec![5i16, -3, 900, 0, 7]; qsort(n.as_mut_ptr() as *mut c_void, n.len(), 2, ints); println!("{n:?}"); let k = 900i16; let p = bsearch(&k as *const i16 as *const c_void, n.as_ptr().cast(), n.len(), 2, ints) as *const i16; println!("{} {}", *p, p.offset_from(n.as_ptr())); println!("{}", bsearch(&8i16 as *const _ as *const _, n.as_ptr().cast(), n.len(), 2, ints).is_null());
    let mut r: Vec<Rec> = [3, 1, 2].iter().map(|&k| Rec { key: k, v: [k as u16, 7] }).collect(); qsort(r.as_mut_ptr().cast(), r.len(), size_of::<Rec>(), recs); println!("{r:?}");
    qsort(std::ptr::dangling_mut::<u8>().cast(), 0, 1, ints);
} }
