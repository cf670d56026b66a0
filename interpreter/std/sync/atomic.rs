//! Atomics: steps of the machine are never interrupted, so every operation is atomic, and sequentially consistent.

use crate::cell::UnsafeCell;
use crate::fmt;

#[derive(Copy, Clone, Debug, Eq, PartialEq, Hash)]
pub enum Ordering {
    Relaxed,
    Release,
    Acquire,
    AcqRel,
    SeqCst,
}
pub fn fence(_order: Ordering) {}

macro_rules! atomic {
    ($($name:ident $t:ty;)*) => {
        $(
        pub struct $name {
            v: UnsafeCell<$t>,
        }
        unsafe impl Sync for $name {}
        impl crate::panic::RefUnwindSafe for $name {}
        impl $name {
            pub const fn new(v: $t) -> $name {
                $name { v: UnsafeCell::new(v) }
            }
            pub fn get_mut(&mut self) -> &mut $t {
                self.v.get_mut()
            }
            pub const fn into_inner(self) -> $t {
                self.v.into_inner()
            }
            pub fn load(&self, _order: Ordering) -> $t {
                unsafe { *self.v.get() }
            }
            pub fn store(&self, val: $t, _order: Ordering) {
                unsafe { *self.v.get() = val }
            }
            pub fn swap(&self, val: $t, _order: Ordering) -> $t {
                unsafe { crate::mem::replace(&mut *self.v.get(), val) }
            }
            pub fn compare_exchange(&self, current: $t, new: $t, _success: Ordering, _failure: Ordering) -> Result<$t, $t> {
                let old = self.load(Ordering::SeqCst);
                if old == current {
                    self.store(new, Ordering::SeqCst);
                    Ok(old)
                } else {
                    Err(old)
                }
            }
            pub fn compare_exchange_weak(&self, current: $t, new: $t, success: Ordering, failure: Ordering) -> Result<$t, $t> {
                self.compare_exchange(current, new, success, failure)
            }
            pub fn fetch_update<F>(&self, _set: Ordering, _fetch: Ordering, mut f: F) -> Result<$t, $t>
            where
                F: FnMut($t) -> Option<$t>,
            {
                let old = self.load(Ordering::SeqCst);
                match f(old) {
                    Some(new) => Ok(self.swap(new, Ordering::SeqCst)),
                    None => Err(old),
                }
            }
        }
        impl From<$t> for $name {
            fn from(v: $t) -> $name {
                $name::new(v)
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.load(Ordering::SeqCst), f)
            }
        }
        impl Default for $name {
            fn default() -> $name {
                $name::new(Default::default())
            }
        }
        )*
    };
}
atomic! {
    AtomicBool bool;
    AtomicI8 i8;
    AtomicI16 i16;
    AtomicI32 i32;
    AtomicI64 i64;
    AtomicIsize isize;
    AtomicU8 u8;
    AtomicU16 u16;
    AtomicU32 u32;
    AtomicU64 u64;
    AtomicUsize usize;
}
macro_rules! fetch {
    ($($name:ident $t:ty;)*) => {
        $(impl $name {
            pub fn fetch_add(&self, val: $t, order: Ordering) -> $t {
                self.swap(self.load(order).wrapping_add(val), order)
            }
            pub fn fetch_sub(&self, val: $t, order: Ordering) -> $t {
                self.swap(self.load(order).wrapping_sub(val), order)
            }
            pub fn fetch_and(&self, val: $t, order: Ordering) -> $t {
                self.swap(self.load(order) & val, order)
            }
            pub fn fetch_or(&self, val: $t, order: Ordering) -> $t {
                self.swap(self.load(order) | val, order)
            }
            pub fn fetch_xor(&self, val: $t, order: Ordering) -> $t {
                self.swap(self.load(order) ^ val, order)
            }
            pub fn fetch_max(&self, val: $t, order: Ordering) -> $t {
                let old = self.load(order);
                self.swap(if old < val { val } else { old }, order)
            }
            pub fn fetch_min(&self, val: $t, order: Ordering) -> $t {
                let old = self.load(order);
                self.swap(if val < old { val } else { old }, order)
            }
        })*
    };
}
fetch! {
    AtomicI8 i8;
    AtomicI16 i16;
    AtomicI32 i32;
    AtomicI64 i64;
    AtomicIsize isize;
    AtomicU8 u8;
    AtomicU16 u16;
    AtomicU32 u32;
    AtomicU64 u64;
    AtomicUsize usize;
}
impl AtomicBool {
    pub fn fetch_and(&self, val: bool, order: Ordering) -> bool {
        self.swap(self.load(order) & val, order)
    }
    pub fn fetch_or(&self, val: bool, order: Ordering) -> bool {
        self.swap(self.load(order) | val, order)
    }
    pub fn fetch_xor(&self, val: bool, order: Ordering) -> bool {
        self.swap(self.load(order) ^ val, order)
    }
    pub fn fetch_not(&self, order: Ordering) -> bool {
        self.swap(!self.load(order), order)
    }
}
