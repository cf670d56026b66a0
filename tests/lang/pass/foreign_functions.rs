//! Functions declared in `extern` blocks: those of the C library that only compute or are about memory, and the program's own.
use std::ffi::{c_char, c_int, c_void, CString};

extern "C" {
    fn abs(x: c_int) -> c_int;
    fn strlen(s: *const c_char) -> usize;
    fn atoi(s: *const c_char) -> c_int;
    fn strcmp(a: *const c_char, b: *const c_char) -> c_int;
    fn malloc(size: usize) -> *mut c_void;
    fn free(p: *mut c_void);
    fn memset(dest: *mut c_void, byte: c_int, n: usize) -> *mut c_void;
    #[link_name = "toupper"]
    fn upper(c: c_int) -> c_int;
    fn sqrt(x: f64) -> f64;
    fn own_twice(x: i32) -> i32;
    fn renamed(x: &mut i32);
}
unsafe extern "C" {
    safe fn labs(x: i64) -> i64;
}

mod inner {
    #[no_mangle]
    pub extern "C" fn own_twice(x: i32) -> i32 {
        x * 2
    }
    #[unsafe(export_name = "renamed")]
    pub extern "C" fn add_one(x: &mut i32) {
        *x += 1;
    }
}

fn main() {
    let text = CString::new("hello").unwrap();
    unsafe {
        println!("{} {}", abs(-3), strlen(text.as_ptr()));
        println!("{} {}", atoi(c" -42x".as_ptr()), strcmp(text.as_ptr(), c"help".as_ptr()) < 0);
        println!("{} {}", upper('q' as c_int) as u8 as char, sqrt(2.0));
        let p = malloc(8) as *mut u32;
        *p = 7;
        *p.add(1) = 8;
        println!("{} {}", *p, *p.add(1));
        free(p as *mut c_void);
        let mut bytes = [1u8; 4];
        memset(bytes.as_mut_ptr() as *mut c_void, 9, 3);
        println!("{bytes:?}");
        let mut x = own_twice(20);
        renamed(&mut x);
        println!("{x}");
    }
    println!("{}", labs(-9));
}
