//! Raw pointers: arithmetic, casts to other types, transmutes, own allocations, arrays seen within slices.

use std::alloc::{alloc, dealloc, realloc, Layout};
use std::{mem, ptr, slice};

#[repr(u8)]
#[derive(Debug, Clone, Copy)]
enum Level {
    Low = 1,
    High = 5,
}

struct Stack<T> {
    ptr: *mut T,
    cap: usize,
    len: usize,
}

impl<T> Stack<T> {
    fn new() -> Self {
        Stack { ptr: ptr::NonNull::dangling().as_ptr(), cap: 0, len: 0 }
    }
    fn push(&mut self, value: T) {
        if self.len == self.cap {
            let cap = if self.cap == 0 { 2 } else { 2 * self.cap };
            let layout = Layout::array::<T>(cap).unwrap();
            self.ptr = unsafe {
                if self.cap == 0 {
                    alloc(layout) as *mut T
                } else {
                    realloc(self.ptr as *mut u8, Layout::array::<T>(self.cap).unwrap(), layout.size()) as *mut T
                }
            };
            self.cap = cap;
        }
        unsafe { self.ptr.add(self.len).write(value) };
        self.len += 1;
    }
    fn pop(&mut self) -> Option<T> {
        if self.len == 0 {
            return None;
        }
        self.len -= 1;
        Some(unsafe { self.ptr.add(self.len).read() })
    }
}

impl<T> Drop for Stack<T> {
    fn drop(&mut self) {
        while self.pop().is_some() {}
        if self.cap > 0 {
            unsafe { dealloc(self.ptr as *mut u8, Layout::array::<T>(self.cap).unwrap()) };
        }
    }
}

fn bytes_of<T>(value: &T) -> &[u8] {
    unsafe { slice::from_raw_parts(value as *const T as *const u8, mem::size_of::<T>()) }
}

fn split<T>(values: &mut [T], mid: usize) -> (&mut [T], &mut [T]) {
    let (len, start) = (values.len(), values.as_mut_ptr());
    unsafe { (slice::from_raw_parts_mut(start, mid), slice::from_raw_parts_mut(start.add(mid), len - mid)) }
}

fn main() {
    unsafe {
        println!("{} {:?}", mem::transmute::<u32, i32>(0xffff_fffe), mem::transmute::<f32, [u8; 4]>(1.5));
        println!("{:?} {}", mem::transmute::<u8, Level>(5), mem::transmute::<Level, u8>(Level::Low));
    }
    println!("{:?} {:?}", bytes_of(&258u16), Level::High);

    let mut words = [1u32, 2, 3];
    let halves = words.as_mut_ptr() as *mut u16;
    unsafe {
        *halves.add(2) = 7;
        *halves.offset(3) += 1;
        println!("{} {}", *halves, halves.add(4).read());
    }
    println!("{words:?} {}", ptr::eq(halves as *const u32, &words[0]));

    let mut stack = Stack::new();
    for i in 0..5 {
        stack.push(format!("s{i}"));
    }
    println!("{:?} {:?}", stack.pop(), stack.pop());

    let mut names = vec!["a".to_string(), "b".to_string(), "c".to_string()];
    let (left, right) = split(&mut names, 1);
    mem::swap(&mut left[0], &mut right[1]);
    println!("{names:?}");

    let chunk: &mut [String; 2] = names.first_chunk_mut().unwrap();
    chunk[1].push('!');
    chunk[0] = "new".to_string();
    println!("{names:?}");
    let pair: &[u32; 2] = words[1..].try_into().unwrap();
    println!("{pair:?} {:?} {}", words.as_chunks::<2>(), <&[u32; 2]>::try_from(&words[..]).is_err());
    match b"ab" {
        b"ab" => println!("bytes"),
        _ => println!("other"),
    }
    let counted: [u8; _] = [0; 3];
    println!("{}", counted.len());
}
