//! Functions of the C library that programs declare in `extern` blocks, as far as they do nothing but compute or are about memory:
//! `#[lang = "c::name"]`. What a pointer leads to is generic, so that it is what the program declares.

use crate::alloc;

/// The bytes before the 0 that ends a text.
unsafe fn text<'a, T>(s: *const T) -> &'a [u8] {
    let s = s as *const u8;
    let mut len = 0;
    while *s.add(len) != 0 {
        len += 1;
    }
    crate::slice::from_raw_parts(s, len)
}

#[lang = "c::strlen"]
unsafe extern "C" fn strlen<T>(s: *const T) -> usize {
    text(s).len()
}
#[lang = "c::strcmp"]
unsafe extern "C" fn strcmp<T, U>(a: *const T, b: *const U) -> i32 {
    text(a).cmp(text(b)) as i32
}
#[lang = "c::strncmp"]
unsafe extern "C" fn strncmp<T, U>(a: *const T, b: *const U, n: usize) -> i32 {
    let (a, b) = (text(a), text(b));
    a[..a.len().min(n)].cmp(&b[..b.len().min(n)]) as i32
}
#[lang = "c::atoi"]
unsafe extern "C" fn atoi<T>(s: *const T) -> i32 {
    atol(s) as i32
}
#[lang = "c::atol"]
unsafe extern "C" fn atol<T>(s: *const T) -> i64 {
    let text = text(s).trim_ascii_start();
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    let mut value: i64 = 0;
    for digit in digits.iter().take_while(|digit| digit.is_ascii_digit()) {
        value = value.wrapping_mul(10).wrapping_add((digit - b'0') as i64);
    }
    if negative { value.wrapping_neg() } else { value }
}
#[lang = "c::malloc"]
unsafe extern "C" fn malloc<T>(size: usize) -> *mut T {
    alloc::alloc(alloc::Layout::from_size_align_unchecked(size, 16)) as *mut T
}
#[lang = "c::calloc"]
unsafe extern "C" fn calloc<T>(count: usize, size: usize) -> *mut T {
    alloc::alloc_zeroed(alloc::Layout::from_size_align_unchecked(count * size, 16)) as *mut T
}
#[lang = "c::free"]
unsafe extern "C" fn free<T>(p: *mut T) {
    if !p.is_null() {
        alloc::dealloc(p as *mut u8, alloc::Layout::from_size_align_unchecked(1, 16))
    }
}
#[lang = "c::memcpy"]
unsafe extern "C" fn memcpy<T, U>(dest: *mut T, src: *const U, n: usize) -> *mut T {
    crate::ptr::copy_nonoverlapping(src as *const u8, dest as *mut u8, n);
    dest
}
#[lang = "c::memmove"]
unsafe extern "C" fn memmove<T, U>(dest: *mut T, src: *const U, n: usize) -> *mut T {
    crate::ptr::copy(src as *const u8, dest as *mut u8, n);
    dest
}
#[lang = "c::memset"]
unsafe extern "C" fn memset<T>(dest: *mut T, byte: i32, n: usize) -> *mut T {
    crate::ptr::write_bytes(dest as *mut u8, byte as u8, n);
    dest
}
#[lang = "c::memcmp"]
unsafe extern "C" fn memcmp<T, U>(a: *const T, b: *const U, n: usize) -> i32 {
    let a = crate::slice::from_raw_parts(a as *const u8, n);
    a.cmp(crate::slice::from_raw_parts(b as *const u8, n)) as i32
}
/// Sorts by insertion, as a comparison that is a total order can't tell.
#[lang = "c::qsort"]
unsafe extern "C" fn qsort<T>(base: *mut T, count: usize, size: usize, compare: extern "C" fn(*const T, *const T) -> i32) {
    let at = |i: usize| (base as *mut u8).add(i * size);
    let kept = alloc::alloc(alloc::Layout::from_size_align_unchecked(size.max(1), 16));
    for i in 1..count {
        let mut place = i;
        while place > 0 && compare(at(place - 1) as *const T, at(i) as *const T) > 0 {
            place -= 1;
        }
        crate::ptr::copy_nonoverlapping(at(i), kept, size);
        crate::ptr::copy(at(place), at(place + 1), (i - place) * size);
        crate::ptr::copy_nonoverlapping(kept, at(place), size);
    }
    alloc::dealloc(kept, alloc::Layout::from_size_align_unchecked(size.max(1), 16))
}
#[lang = "c::bsearch"]
unsafe extern "C" fn bsearch<T>(
    key: *const T, base: *const T, count: usize, size: usize, compare: extern "C" fn(*const T, *const T) -> i32,
) -> *mut T {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = (low + high) / 2;
        let element = (base as *const u8).add(middle * size) as *mut T;
        match compare(key, element) {
            0 => return element,
            order => if order < 0 { high = middle } else { low = middle + 1 },
        }
    }
    crate::ptr::null_mut()
}

#[lang = "c::abs"]
extern "C" fn abs(x: i32) -> i32 {
    x.wrapping_abs()
}
#[lang = "c::labs"]
extern "C" fn labs(x: i64) -> i64 {
    x.wrapping_abs()
}
#[lang = "c::llabs"]
extern "C" fn llabs(x: i64) -> i64 {
    x.wrapping_abs()
}
#[lang = "c::exit"]
extern "C" fn exit(code: i32) -> ! {
    crate::process::exit(code)
}
#[lang = "c::abort"]
extern "C" fn abort() -> ! {
    crate::process::abort()
}

/// The ASCII character that a C character class asks about; none for what is outside of it.
fn ascii(c: i32) -> char {
    if c >= 0 && c < 128 { c as u8 as char } else { '\u{80}' }
}
#[lang = "c::toupper"]
extern "C" fn toupper(c: i32) -> i32 {
    if ascii(c).is_ascii_lowercase() { c - 32 } else { c }
}
#[lang = "c::tolower"]
extern "C" fn tolower(c: i32) -> i32 {
    if ascii(c).is_ascii_uppercase() { c + 32 } else { c }
}

#[lang = "c::sqrt"]
extern "C" fn sqrt(x: f64) -> f64 {
    x.sqrt()
}
#[lang = "c::cbrt"]
extern "C" fn cbrt(x: f64) -> f64 {
    x.cbrt()
}
#[lang = "c::pow"]
extern "C" fn pow(x: f64, y: f64) -> f64 {
    x.powf(y)
}
#[lang = "c::exp"]
extern "C" fn exp(x: f64) -> f64 {
    x.exp()
}
#[lang = "c::log"]
extern "C" fn log(x: f64) -> f64 {
    x.ln()
}
#[lang = "c::log10"]
extern "C" fn log10(x: f64) -> f64 {
    x.log10()
}
#[lang = "c::log2"]
extern "C" fn log2(x: f64) -> f64 {
    x.log2()
}
#[lang = "c::sin"]
extern "C" fn sin(x: f64) -> f64 {
    x.sin()
}
#[lang = "c::cos"]
extern "C" fn cos(x: f64) -> f64 {
    x.cos()
}
#[lang = "c::tan"]
extern "C" fn tan(x: f64) -> f64 {
    x.tan()
}
#[lang = "c::floor"]
extern "C" fn floor(x: f64) -> f64 {
    x.floor()
}
#[lang = "c::ceil"]
extern "C" fn ceil(x: f64) -> f64 {
    x.ceil()
}
#[lang = "c::round"]
extern "C" fn round(x: f64) -> f64 {
    x.round()
}
#[lang = "c::fabs"]
extern "C" fn fabs(x: f64) -> f64 {
    x.abs()
}
#[lang = "c::fmod"]
extern "C" fn fmod(x: f64, y: f64) -> f64 {
    x % y
}
#[lang = "c::hypot"]
extern "C" fn hypot(x: f64, y: f64) -> f64 {
    x.hypot(y)
}
