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
#[track_caller]
pub fn fence(order: Ordering) {
    if order == Ordering::Relaxed {
        panic!("there is no such thing as a relaxed fence");
    }
}
#[track_caller]
pub fn compiler_fence(order: Ordering) {
    fence(order)
}
pub fn spin_loop_hint() {
    crate::hint::spin_loop()
}
fn check_load(order: Ordering) {
    match order {
        Ordering::Release => panic!("there is no such thing as a release load"),
        Ordering::AcqRel => panic!("there is no such thing as an acquire-release load"),
        _ => (),
    }
}
fn check_store(order: Ordering) {
    match order {
        Ordering::Acquire => panic!("there is no such thing as an acquire store"),
        Ordering::AcqRel => panic!("there is no such thing as an acquire-release store"),
        _ => (),
    }
}

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
            pub const unsafe fn from_ptr<'a>(ptr: *mut $t) -> &'a $name {
                &*(ptr as *mut $name)
            }
            pub const fn as_ptr(&self) -> *mut $t {
                self.v.get()
            }
            fn get(&self) -> $t {
                unsafe { *self.v.get() }
            }
            #[track_caller]
            pub fn load(&self, order: Ordering) -> $t {
                check_load(order);
                self.get()
            }
            #[track_caller]
            pub fn store(&self, val: $t, order: Ordering) {
                check_store(order);
                unsafe { *self.v.get() = val }
            }
            pub fn swap(&self, val: $t, _order: Ordering) -> $t {
                unsafe { crate::mem::replace(&mut *self.v.get(), val) }
            }
            pub fn compare_exchange(&self, current: $t, new: $t, _success: Ordering, _failure: Ordering) -> Result<$t, $t> {
                let old = self.get();
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
            pub fn compare_and_swap(&self, current: $t, new: $t, order: Ordering) -> $t {
                match self.compare_exchange(current, new, order, Ordering::SeqCst) {
                    Ok(old) => old,
                    Err(old) => old,
                }
            }
            pub fn try_update(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                f: impl FnMut($t) -> Option<$t>,
            ) -> Result<$t, $t> {
                self.fetch_update(set_order, fetch_order, f)
            }
            pub fn update(&self, _set_order: Ordering, _fetch_order: Ordering, mut f: impl FnMut($t) -> $t) -> $t {
                let old = self.get();
                self.swap(f(old), Ordering::SeqCst)
            }
            pub fn fetch_nand(&self, val: $t, order: Ordering) -> $t {
                self.swap(!(self.get() & val), order)
            }
            pub fn fetch_update<F>(&self, _set: Ordering, _fetch: Ordering, mut f: F) -> Result<$t, $t>
            where
                F: FnMut($t) -> Option<$t>,
            {
                let old = self.get();
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
                fmt::Debug::fmt(&self.get(), f)
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
                self.swap(self.get().wrapping_add(val), order)
            }
            pub fn fetch_sub(&self, val: $t, order: Ordering) -> $t {
                self.swap(self.get().wrapping_sub(val), order)
            }
            pub fn fetch_and(&self, val: $t, order: Ordering) -> $t {
                self.swap(self.get() & val, order)
            }
            pub fn fetch_or(&self, val: $t, order: Ordering) -> $t {
                self.swap(self.get() | val, order)
            }
            pub fn fetch_xor(&self, val: $t, order: Ordering) -> $t {
                self.swap(self.get() ^ val, order)
            }
            pub fn fetch_max(&self, val: $t, order: Ordering) -> $t {
                let old = self.get();
                self.swap(if old < val { val } else { old }, order)
            }
            pub fn fetch_min(&self, val: $t, order: Ordering) -> $t {
                let old = self.get();
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
        self.swap(self.get() & val, order)
    }
    pub fn fetch_or(&self, val: bool, order: Ordering) -> bool {
        self.swap(self.get() | val, order)
    }
    pub fn fetch_xor(&self, val: bool, order: Ordering) -> bool {
        self.swap(self.get() ^ val, order)
    }
    pub fn fetch_not(&self, order: Ordering) -> bool {
        self.swap(!self.get(), order)
    }
}

pub struct AtomicPtr<T> {
    p: UnsafeCell<*mut T>,
}
unsafe impl<T> Send for AtomicPtr<T> {}
unsafe impl<T> Sync for AtomicPtr<T> {}
impl<T> crate::panic::RefUnwindSafe for AtomicPtr<T> {}
impl<T> AtomicPtr<T> {
    pub const fn new(p: *mut T) -> AtomicPtr<T> {
        AtomicPtr { p: UnsafeCell::new(p) }
    }
    pub fn get_mut(&mut self) -> &mut *mut T {
        self.p.get_mut()
    }
    pub const fn into_inner(self) -> *mut T {
        self.p.into_inner()
    }
    fn get(&self) -> *mut T {
        unsafe { *self.p.get() }
    }
    #[track_caller]
    pub fn load(&self, order: Ordering) -> *mut T {
        check_load(order);
        self.get()
    }
    #[track_caller]
    pub fn store(&self, ptr: *mut T, order: Ordering) {
        check_store(order);
        unsafe { *self.p.get() = ptr }
    }
    pub fn swap(&self, ptr: *mut T, _order: Ordering) -> *mut T {
        unsafe { crate::mem::replace(&mut *self.p.get(), ptr) }
    }
    pub fn compare_exchange(
        &self,
        current: *mut T,
        new: *mut T,
        _success: Ordering,
        _failure: Ordering,
    ) -> Result<*mut T, *mut T> {
        let old = self.get();
        if old == current { Ok(self.swap(new, Ordering::SeqCst)) } else { Err(old) }
    }
    pub fn compare_exchange_weak(
        &self,
        current: *mut T,
        new: *mut T,
        success: Ordering,
        failure: Ordering,
    ) -> Result<*mut T, *mut T> {
        self.compare_exchange(current, new, success, failure)
    }
    pub fn fetch_update<F>(&self, _set: Ordering, _fetch: Ordering, mut f: F) -> Result<*mut T, *mut T>
    where
        F: FnMut(*mut T) -> Option<*mut T>,
    {
        let old = self.get();
        match f(old) {
            Some(new) => Ok(self.swap(new, Ordering::SeqCst)),
            None => Err(old),
        }
    }
}
impl<T> AtomicPtr<T> {
    pub fn try_update(
        &self,
        set_order: Ordering,
        fetch_order: Ordering,
        f: impl FnMut(*mut T) -> Option<*mut T>,
    ) -> Result<*mut T, *mut T> {
        self.fetch_update(set_order, fetch_order, f)
    }
    pub fn update(&self, _set_order: Ordering, _fetch_order: Ordering, mut f: impl FnMut(*mut T) -> *mut T) -> *mut T {
        self.swap(f(self.get()), Ordering::SeqCst)
    }
    pub fn fetch_or(&self, val: usize, order: Ordering) -> *mut T {
        self.swap(self.get().map_addr(|a| a | val), order)
    }
    pub fn fetch_and(&self, val: usize, order: Ordering) -> *mut T {
        self.swap(self.get().map_addr(|a| a & val), order)
    }
    pub fn fetch_xor(&self, val: usize, order: Ordering) -> *mut T {
        self.swap(self.get().map_addr(|a| a ^ val), order)
    }
    pub fn fetch_ptr_add(&self, val: usize, order: Ordering) -> *mut T {
        self.swap(self.get().wrapping_add(val), order)
    }
    pub fn fetch_ptr_sub(&self, val: usize, order: Ordering) -> *mut T {
        self.swap(self.get().wrapping_sub(val), order)
    }
    pub fn fetch_byte_add(&self, val: usize, order: Ordering) -> *mut T {
        self.swap(self.get().wrapping_byte_add(val), order)
    }
    pub fn fetch_byte_sub(&self, val: usize, order: Ordering) -> *mut T {
        self.swap(self.get().wrapping_byte_sub(val), order)
    }
    pub const fn as_ptr(&self) -> *mut *mut T {
        self.p.get()
    }
}
impl<T> Default for AtomicPtr<T> {
    fn default() -> AtomicPtr<T> {
        AtomicPtr::new(crate::ptr::null_mut())
    }
}
impl<T> From<*mut T> for AtomicPtr<T> {
    fn from(p: *mut T) -> AtomicPtr<T> {
        AtomicPtr::new(p)
    }
}
impl<T> fmt::Debug for AtomicPtr<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.get(), f)
    }
}
impl<T> fmt::Pointer for AtomicPtr<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Pointer::fmt(&self.get(), f)
    }
}
