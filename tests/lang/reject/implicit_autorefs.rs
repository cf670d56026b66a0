//! References that are made by the way to what a raw pointer points to, and names of lints that are gone.
#![deny(renamed_and_removed_lints)]
#![allow(const_err, unused_tuple_struct_fields, broken_intra_doc_links)]

use std::mem::ManuallyDrop;

struct Parts {
    numbers: Vec<u8>,
    name: String,
    array: [u8; 3],
    kept: ManuallyDrop<(u8, String)>,
}
struct Own(Parts);
impl std::ops::Deref for Own {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.0
    }
}
struct List<T> {
    entries: *mut Vec<T>,
    slice: *mut [T],
}
impl<T> List<T> {
    fn at(&mut self, i: usize) -> &mut T {
        unsafe { &mut (*self.entries)[i] }
    }
    fn len(&self) -> usize {
        unsafe { (*self.slice).len() + (*self.entries).len() }
    }
    fn get(&self) -> Option<&T> {
        unsafe { (*self.entries).get(0) }
    }
    fn by_hand(&self) -> usize {
        unsafe { (&*self.slice).len() + (&(*self.entries))[..].len() }
    }
}

fn main() {
    let mut parts = Parts { numbers: vec![1], name: String::new(), array: [1; 3], kept: ManuallyDrop::new((1, String::new())) };
    let p: *mut Parts = &mut parts;
    unsafe {
        let _ = (*p).numbers.len() + (*p).array.len() + (*p).name.len();
        let _ = (*p).numbers[0];
        let _ = (*p).kept.0;
        let _ = &raw const (*p).kept.1;
        let _ = &(*p).name[..];
        let _ = (*p).name.as_str().len();
    }
    let mut own = Own(parts);
    let q = &raw mut own;
    let w = &raw mut own.0.array as *mut [u8];
    unsafe {
        let _ = (*q).numbers.len();
        let _ = ((*w).len(), (*w).get(0), (*w).first(), (*w)[0], &(*w)[1..]);
    }
}
