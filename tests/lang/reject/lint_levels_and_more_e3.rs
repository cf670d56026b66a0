#![deny(dropping_references)]
use std::mem::ManuallyDrop;
fn main() { let mut x = ManuallyDrop::new(1); unsafe { ManuallyDrop::drop(&mut x) }; drop(&x); std::mem::drop(&1); let y = &1; drop(y); core::mem::drop(&mut 1); }
