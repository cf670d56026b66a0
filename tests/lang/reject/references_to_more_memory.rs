//! References cast to more memory than there is.

struct S { a: u8, b: u32 }
fn main() {
    let v = 1i32;
    let _ = unsafe { &*(&v as *const i32 as *const i64) };
    let mut w = [1u8; 4];
    let _ = unsafe { &mut *(&mut w as *mut [u8; 4] as *mut u64) };
    let _ = unsafe { &*(&w[0] as *const u8 as *const u32) };
    let _ = unsafe { &*(&w as *const [u8; 4] as *const u32) };
    unsafe { *(&mut w as *mut [u8; 4] as *mut u64) = 1; }
    let r = &v as *const i32;
    let _ = unsafe { &*(r as *const i64) };
    let p = &v;
    let _ = unsafe { &*(p as *const i32 as *const i64) };
    let s = S { a: 1, b: 2 };
    let _ = unsafe { &*(&s.a as *const u8 as *const S) };
    let _ = unsafe { &*std::ptr::from_ref(&v).cast::<i64>() };
    let _ = unsafe { *(&v as *const i32 as *const i64) };
    let _ = unsafe { &*(&v as *const i32 as *const [i32; 2]) };
    let _ = unsafe { &*(&w as *const [u8; 4] as *const [u8; 3]) };
}
