//! `Mutex`.

use crate::cell::UnsafeCell;
use crate::fmt;
use crate::marker::Unsize;
use crate::ops::{CoerceUnsized, Deref, DerefMut};
use crate::sync::{LockResult, PoisonError, TryLockError, TryLockResult, futex_wait, lock_event};

#[lang = "Mutex"]
pub struct Mutex<T: ?Sized> {
    locked: UnsafeCell<u32>,
    poisoned: UnsafeCell<bool>,
    data: UnsafeCell<T>,
}
unsafe impl<T: ?Sized + Send> Send for Mutex<T> {}
unsafe impl<T: ?Sized + Send> Sync for Mutex<T> {}
impl<T> Mutex<T> {
    pub const fn new(t: T) -> Mutex<T> {
        Mutex { locked: UnsafeCell::new(0), poisoned: UnsafeCell::new(false), data: UnsafeCell::new(t) }
    }
    pub fn into_inner(self) -> LockResult<T> {
        let poisoned = unsafe { *self.poisoned.get() };
        let data = self.data.into_inner();
        if poisoned { Err(PoisonError { data }) } else { Ok(data) }
    }
}
impl<T: ?Sized> Mutex<T> {
    pub fn lock(&self) -> LockResult<MutexGuard<'_, T>> {
        unsafe {
            while *self.locked.get() != 0 {
                futex_wait(self.locked.get(), 1);
            }
            *self.locked.get() = 1;
        }
        lock_event(self, 2);
        self.guard()
    }
    pub fn try_lock(&self) -> TryLockResult<MutexGuard<'_, T>> {
        unsafe {
            if *self.locked.get() != 0 {
                return Err(TryLockError::WouldBlock);
            }
            *self.locked.get() = 1;
        }
        lock_event(self, 2);
        match self.guard() {
            Ok(guard) => Ok(guard),
            Err(error) => Err(TryLockError::Poisoned(error)),
        }
    }
    fn guard(&self) -> LockResult<MutexGuard<'_, T>> {
        let guard = MutexGuard { lock: self, panicking: crate::thread::panicking() };
        if self.is_poisoned() { Err(PoisonError { data: guard }) } else { Ok(guard) }
    }
    pub fn is_poisoned(&self) -> bool {
        unsafe { *self.poisoned.get() }
    }
    pub fn clear_poison(&self) {
        unsafe { *self.poisoned.get() = false }
    }
    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        let poisoned = self.is_poisoned();
        let data = self.data.get_mut();
        if poisoned { Err(PoisonError { data }) } else { Ok(data) }
    }
}
impl<T> From<T> for Mutex<T> {
    fn from(t: T) -> Self {
        Mutex::new(t)
    }
}
impl<T: Default> Default for Mutex<T> {
    fn default() -> Mutex<T> {
        Mutex::new(Default::default())
    }
}
impl<T: CoerceUnsized<U>, U> CoerceUnsized<Mutex<U>> for Mutex<T> {}
impl<T: ?Sized + fmt::Debug> fmt::Debug for Mutex<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut d = f.debug_struct("Mutex");
        match self.try_lock() {
            Ok(guard) => d.field("data", &&*guard),
            Err(TryLockError::Poisoned(err)) => d.field("data", &&**err.get_ref()),
            Err(TryLockError::WouldBlock) => d.field("data", &"<locked>"),
        };
        d.field("poisoned", &self.is_poisoned()).finish_non_exhaustive()
    }
}
#[lang = "MutexGuard"]
#[must_use = "if unused the Mutex will immediately unlock"]
pub struct MutexGuard<'a, T: ?Sized + 'a> {
    pub(crate) lock: &'a Mutex<T>,
    panicking: bool,
}
impl<T: ?Sized> !Send for MutexGuard<'_, T> {}
unsafe impl<T: ?Sized + Sync> Sync for MutexGuard<'_, T> {}
impl<T: ?Sized> Deref for MutexGuard<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        unsafe { &*self.lock.data.get() }
    }
}
impl<T: ?Sized> DerefMut for MutexGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        unsafe { &mut *self.lock.data.get() }
    }
}
impl<T: ?Sized> Drop for MutexGuard<'_, T> {
    fn drop(&mut self) {
        unsafe {
            if !self.panicking && crate::thread::panicking() {
                *self.lock.poisoned.get() = true;
            }
            *self.lock.locked.get() = 0;
        }
        lock_event(self.lock, 0);
    }
}
impl<T: ?Sized + fmt::Debug> fmt::Debug for MutexGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
impl<T: ?Sized + fmt::Display> fmt::Display for MutexGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
