#![deny(useless_ptr_null_checks)]
use std::ptr;
fn main() {
    let mut x = 1u8; let v = vec![1]; let b = Box::new(1);
    let _ = (&mut x as *mut u8).is_null();
    let _ = (&mut x as *mut u8).cast::<u16>().is_null();
    let _ = v.as_ptr().is_null();
    let _ = Box::into_raw(b).is_null();
    let _ = "a".as_ptr().is_null();
    let _ = (&x as *const u8) == 0 as *const u8;
    let _ = ptr::null() == (&x as *const u8);
    let _ = (&x as *const u8) != ptr::null();
    let _ = <*const u8>::is_null(&x as *const u8);
    let _ = ptr::from_mut(&mut x).is_null();
    let _ = ptr::NonNull::<u8>::dangling().as_ptr().is_null();
    let _ = (&x as *const u8).is_null() || true;
    let _ = std::rc::Rc::as_ptr(&std::rc::Rc::new(1)).is_null();
    let _ = std::cell::Cell::new(1).as_ptr().is_null();
    let _ = { &x as *const u8 }.is_null();
    let _ = ptr::addr_of!(x).is_null();
    let _ = (&x as *const u8 as *mut u8).is_null();
}
