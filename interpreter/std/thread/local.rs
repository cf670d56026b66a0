//! `LocalKey`: a thread's own copy of a static.

use crate::cell::{Cell, RefCell, UnsafeCell};
use crate::fmt;
use crate::thread::current_raw;

/// `values`: those of the threads that have asked so far; None once it was destroyed at the thread's end.
pub struct LocalKey<T: 'static> {
    init: fn() -> T,
    values: UnsafeCell<Vec<(usize, Option<Box<T>>)>>,
}
unsafe impl<T> Sync for LocalKey<T> {}
unsafe impl<T> Send for LocalKey<T> {}

#[derive(Clone, Copy, Eq, PartialEq)]
pub struct AccessError;
impl fmt::Debug for AccessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessError").finish()
    }
}
impl fmt::Display for AccessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("already destroyed")
    }
}
impl crate::error::Error for AccessError {}

impl<T: 'static> LocalKey<T> {
    pub const fn new(init: fn() -> T) -> LocalKey<T> {
        LocalKey { init, values: UnsafeCell::new(Vec::new()) }
    }
    fn values(&'static self) -> &'static mut Vec<(usize, Option<Box<T>>)> {
        unsafe { &mut *self.values.get() }
    }
    /// The running thread's value, made by `init` if there is none yet; None if it was destroyed.
    fn value_or(&'static self, init: impl FnOnce() -> T) -> Option<&'static T> {
        let me = current_raw();
        if self.values().iter().all(|entry| entry.0 != me) {
            let value = init();
            self.values().push((me, Some(Box::new(value))));
            if crate::mem::needs_drop::<T>() {
                crate::rt::at_thread_exit(self);
            }
        }
        self.values().iter().find(|entry| entry.0 == me).and_then(|entry| entry.1.as_deref())
    }
    #[track_caller]
    fn alive(value: Option<&'static T>) -> &'static T {
        match value {
            Some(value) => value,
            None => panic!("cannot access a Thread Local Storage value during or after destruction: {AccessError:?}"),
        }
    }
    #[track_caller]
    pub fn with<F, R>(&'static self, f: F) -> R
    where
        F: FnOnce(&T) -> R,
    {
        f(LocalKey::alive(self.value_or(self.init)))
    }
    pub fn try_with<F, R>(&'static self, f: F) -> Result<R, AccessError>
    where
        F: FnOnce(&T) -> R,
    {
        match self.value_or(self.init) {
            Some(value) => Ok(f(value)),
            None => Err(AccessError),
        }
    }
    /// Sets the value by `set`, unless it begins with `value`.
    #[track_caller]
    fn begin_or_set(&'static self, value: T, set: impl FnOnce(&T, T)) {
        let mut value = Some(value);
        let there = LocalKey::alive(self.value_or(|| value.take().unwrap()));
        if let Some(value) = value {
            set(there, value)
        }
    }
}
impl<T: 'static> fmt::Debug for LocalKey<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LocalKey").finish_non_exhaustive()
    }
}
impl<T: 'static> crate::rt::ThreadExit for LocalKey<T> {
    fn run(&self) {
        let me = current_raw();
        let values = unsafe { &mut *self.values.get() };
        let value = values.iter_mut().find(|entry| entry.0 == me).and_then(|entry| entry.1.take());
        drop(value);
    }
}
impl<T: 'static> LocalKey<Cell<T>> {
    #[track_caller]
    pub fn set(&'static self, value: T) {
        self.begin_or_set(Cell::new(value), |there, value| there.set(value.into_inner()))
    }
    #[track_caller]
    pub fn get(&'static self) -> T
    where
        T: Copy,
    {
        self.with(Cell::get)
    }
    #[track_caller]
    pub fn take(&'static self) -> T
    where
        T: Default,
    {
        self.with(Cell::take)
    }
    #[track_caller]
    pub fn replace(&'static self, value: T) -> T {
        self.with(|cell| cell.replace(value))
    }
}
impl<T: 'static> LocalKey<RefCell<T>> {
    #[track_caller]
    pub fn with_borrow<F: FnOnce(&T) -> R, R>(&'static self, f: F) -> R {
        self.with(|cell| f(&cell.borrow()))
    }
    #[track_caller]
    pub fn with_borrow_mut<F: FnOnce(&mut T) -> R, R>(&'static self, f: F) -> R {
        self.with(|cell| f(&mut cell.borrow_mut()))
    }
    #[track_caller]
    pub fn set(&'static self, value: T) {
        self.begin_or_set(RefCell::new(value), |there, value| *there.borrow_mut() = value.into_inner())
    }
    #[track_caller]
    pub fn take(&'static self) -> T
    where
        T: Default,
    {
        self.with(RefCell::take)
    }
    #[track_caller]
    pub fn replace(&'static self, value: T) -> T {
        self.with(|cell| cell.replace(value))
    }
}
