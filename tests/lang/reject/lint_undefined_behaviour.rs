use std::sync::atomic::*;
use std::cell::UnsafeCell;
struct S { a: i32 }
fn main() {
    let o = Ordering::Release;
    let x = AtomicBool::new(true); let y = AtomicUsize::new(1);
    x.load(Ordering::AcqRel); x.store(true, Ordering::AcqRel); y.load(Ordering::Release); y.store(1, Ordering::SeqCst);
    compiler_fence(Ordering::Relaxed); x.compare_exchange(true, false, Ordering::SeqCst, Ordering::Release); y.fetch_update(Ordering::SeqCst, Ordering::AcqRel, |x| None); y.compare_exchange_weak(1, 2, Ordering::Release, Ordering::Acquire);
    x.load(o);
    std::mem::discriminant(&1); std::mem::discriminant(&Some(1)); std::mem::discriminant(&S { a: 1 }); let f: i32 = 3; std::mem::discriminant(&&f);
    unsafe {
        std::str::from_utf8_unchecked(b"\xff"); std::str::from_utf8_unchecked(b"ok"); std::str::from_utf8_unchecked(&[0x80, 1]); std::str::from_utf8(b"\xff");
        let a: i32 = *std::ptr::null(); let b = &*std::ptr::null::<S>(); let c = *(0 as *const i32); let d = (*std::ptr::null::<S>()).a; let e = &raw const *std::ptr::null::<i32>(); let g = *std::ptr::null_mut::<i32>();  *(0 as *mut i32) = 1; let h = *(std::ptr::null::<i32>() as *mut i32);
        let v = 1; *(&v as *const i32 as *mut i32) = 2; *(&v as *const _ as *mut i32) += 1; let r: &i32 = &v; *(r as *const i32 as *mut i32) = 3; let m = &mut *(&v as *const i32 as *mut i32); let p = &v as *const i32 as *mut i32; *p = 1; *((&v as *const i32).cast_mut()) = 3; let q = r as *const i32 as *mut i32; let z = &mut *q; *(r as *const _ as *mut _) = 4;
        let u = UnsafeCell::new(1); *(&u as *const _ as *mut i32) = 2;
        let t: &mut i32 = std::mem::transmute(&v); let t2 = std::mem::transmute::<&i32, &mut i32>(&v); let t3: &i32 = std::mem::transmute(t2);
        let arr = [1, 2]; let ap = &arr as *const [i32]; (*ap).len(); let l = &(*ap)[..1]; let n = (*ap)[0]; let vp: *mut Vec<i32> = &mut vec![1]; (*vp).len(); (*vp).push(1); (&(*vp)).len(); (*vp)[0]; let sp: *const String = &String::new(); let s2 = &(*sp)[..]; (*sp).len();
        std::ptr::copy(std::ptr::null::<i32>(), std::ptr::null_mut(), 1); std::ptr::read(std::ptr::null::<i32>()); std::ptr::write(std::ptr::null_mut(), 1); std::slice::from_raw_parts::<i32>(std::ptr::null(), 0); std::ptr::read(0 as *const i32);
    }
}
trait T { fn f(mut x: i32); fn g(&mut self, mut y: i32); fn h(mut self); }
#[no_mangle] const X: i32 = 1; #[no_mangle] pub static Y: i32 = 1; #[unsafe(no_mangle)] pub const Z: i32 = 2;
#[macro_export(foo)] macro_rules! m { () => {} } #[macro_export(local_inner_macros)] macro_rules! m2 { () => {} } #[macro_export(a, b)] macro_rules! m3 { () => {} } #[macro_export()] macro_rules! m5 { () => {} }
