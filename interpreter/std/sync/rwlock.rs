//! `RwLock`.

use crate::cell::UnsafeCell;
use crate::fmt;
use crate::marker::Unsize;
use crate::ops::{CoerceUnsized, Deref, DerefMut};
use crate::sync::{LockResult, PoisonError, TryLockError, TryLockResult, futex_wait, lock_event};

/// `state`: how many readers, or u32::MAX for a writer. `released` counts how often it became free, for the writers that wait.
#[lang = "RwLock"]
pub struct RwLock<T: ?Sized> {
    state: UnsafeCell<u32>,
    released: UnsafeCell<u32>,
    poisoned: UnsafeCell<bool>,
    data: UnsafeCell<T>,
}
unsafe impl<T: ?Sized + Send> Send for RwLock<T> {}
unsafe impl<T: ?Sized + Send + Sync> Sync for RwLock<T> {}
impl<T> RwLock<T> {
    pub const fn new(t: T) -> RwLock<T> {
        RwLock {
            state: UnsafeCell::new(0),
            released: UnsafeCell::new(0),
            poisoned: UnsafeCell::new(false),
            data: UnsafeCell::new(t),
        }
    }
    pub fn into_inner(self) -> LockResult<T> {
        let poisoned = unsafe { *self.poisoned.get() };
        let data = self.data.into_inner();
        if poisoned { Err(PoisonError { data }) } else { Ok(data) }
    }
}
impl<T: ?Sized> RwLock<T> {
    pub fn read(&self) -> LockResult<RwLockReadGuard<'_, T>> {
        unsafe {
            while *self.state.get() == u32::MAX {
                futex_wait(self.state.get(), u32::MAX);
            }
            *self.state.get() += 1;
        }
        lock_event(self, 1);
        let guard = RwLockReadGuard { lock: self };
        if self.is_poisoned() { Err(PoisonError { data: guard }) } else { Ok(guard) }
    }
    pub fn try_read(&self) -> TryLockResult<RwLockReadGuard<'_, T>> {
        if unsafe { *self.state.get() } == u32::MAX {
            return Err(TryLockError::WouldBlock);
        }
        match self.read() {
            Ok(guard) => Ok(guard),
            Err(error) => Err(TryLockError::Poisoned(error)),
        }
    }
    pub fn write(&self) -> LockResult<RwLockWriteGuard<'_, T>> {
        unsafe {
            while *self.state.get() != 0 {
                futex_wait(self.released.get(), *self.released.get());
            }
            *self.state.get() = u32::MAX;
        }
        lock_event(self, 2);
        let guard = RwLockWriteGuard { lock: self, panicking: crate::thread::panicking() };
        if self.is_poisoned() { Err(PoisonError { data: guard }) } else { Ok(guard) }
    }
    pub fn try_write(&self) -> TryLockResult<RwLockWriteGuard<'_, T>> {
        if unsafe { *self.state.get() } != 0 {
            return Err(TryLockError::WouldBlock);
        }
        match self.write() {
            Ok(guard) => Ok(guard),
            Err(error) => Err(TryLockError::Poisoned(error)),
        }
    }
    pub fn is_poisoned(&self) -> bool {
        unsafe { *self.poisoned.get() }
    }
    pub fn clear_poison(&self) {
        unsafe { *self.poisoned.get() = false }
    }
    /// A reader or the writer has gone: `state` is what is left.
    fn release(&self, state: u32) {
        unsafe {
            *self.state.get() = state;
            if state == 0 {
                *self.released.get() = (*self.released.get()).wrapping_add(1);
            }
        }
        lock_event(self, if state == 0 { 0 } else { 1 });
    }
    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        let poisoned = self.is_poisoned();
        let data = self.data.get_mut();
        if poisoned { Err(PoisonError { data }) } else { Ok(data) }
    }
}
impl<T> From<T> for RwLock<T> {
    fn from(t: T) -> Self {
        RwLock::new(t)
    }
}
impl<T: Default> Default for RwLock<T> {
    fn default() -> RwLock<T> {
        RwLock::new(Default::default())
    }
}
impl<T: CoerceUnsized<U>, U> CoerceUnsized<RwLock<U>> for RwLock<T> {}
impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut d = f.debug_struct("RwLock");
        match self.try_read() {
            Ok(guard) => d.field("data", &&*guard),
            Err(TryLockError::Poisoned(err)) => d.field("data", &&**err.get_ref()),
            Err(TryLockError::WouldBlock) => d.field("data", &format_args!("<locked>")),
        };
        d.field("poisoned", &self.is_poisoned()).finish_non_exhaustive()
    }
}
#[rustc_std_layout(16, 8, 1)]
#[lang = "RwLockReadGuard"]
#[must_use = "if unused the RwLock will immediately unlock"]
pub struct RwLockReadGuard<'a, T: ?Sized + 'a> {
    lock: &'a RwLock<T>,
}
impl<T: ?Sized> !Send for RwLockReadGuard<'_, T> {}
unsafe impl<T: ?Sized + Sync> Sync for RwLockReadGuard<'_, T> {}
impl<T: ?Sized> Deref for RwLockReadGuard<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        unsafe { &*self.lock.data.get() }
    }
}
impl<T: ?Sized> Drop for RwLockReadGuard<'_, T> {
    fn drop(&mut self) {
        self.lock.release(unsafe { *self.lock.state.get() } - 1);
    }
}
impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLockReadGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
impl<T: ?Sized + fmt::Display> fmt::Display for RwLockReadGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
#[lang = "RwLockWriteGuard"]
#[must_use = "if unused the RwLock will immediately unlock"]
pub struct RwLockWriteGuard<'a, T: ?Sized + 'a> {
    lock: &'a RwLock<T>,
    panicking: bool,
}
impl<T: ?Sized> !Send for RwLockWriteGuard<'_, T> {}
unsafe impl<T: ?Sized + Sync> Sync for RwLockWriteGuard<'_, T> {}
impl<'a, T: ?Sized> RwLockWriteGuard<'a, T> {
    pub fn downgrade(s: Self) -> RwLockReadGuard<'a, T> {
        let lock = s.lock;
        crate::mem::forget(s);
        unsafe { *lock.state.get() = 1 };
        lock_event(lock, 1);
        RwLockReadGuard { lock }
    }
}
impl<T: ?Sized> Deref for RwLockWriteGuard<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        unsafe { &*self.lock.data.get() }
    }
}
impl<T: ?Sized> DerefMut for RwLockWriteGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        unsafe { &mut *self.lock.data.get() }
    }
}
impl<T: ?Sized> Drop for RwLockWriteGuard<'_, T> {
    fn drop(&mut self) {
        unsafe {
            if !self.panicking && crate::thread::panicking() {
                *self.lock.poisoned.get() = true;
            }
        }
        self.lock.release(0);
    }
}
impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLockWriteGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
impl<T: ?Sized + fmt::Display> fmt::Display for RwLockWriteGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
