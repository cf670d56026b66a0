//! Sharing between threads: locks, conditions, one-time values. Everything waits by `futex_wait`, under the machine's scheduler.

use crate::fmt;

mod arc;
pub mod atomic;
mod condvar;
pub mod mpsc;
mod mutex;
mod once;
mod rwlock;
pub use arc::{Arc, Weak};
pub use condvar::{Barrier, BarrierWaitResult, Condvar, WaitTimeoutResult};
pub use mutex::{Mutex, MutexGuard};
pub use once::{LazyLock, ONCE_INIT, Once, OnceLock, OnceState};
pub use rwlock::{RwLock, RwLockReadGuard, RwLockWriteGuard};

/// Blocks the thread for as long as the slot holds `expected`.
#[intrinsic = "futex_wait"]
pub(crate) fn futex_wait(slot: *const u32, expected: u32);
/// The same for at most so long; whether the slot changed in time.
#[intrinsic = "futex_wait_timeout"]
pub(crate) fn futex_wait_timeout(slot: *const u32, expected: u32, nanos: u64) -> bool;
/// Tells the debugger who holds a lock: 0 free, 1 read, 2 written.
#[intrinsic = "lock_event"]
pub(crate) fn lock_event<T: ?Sized>(lock: &T, state: u32);

pub type LockResult<T> = Result<T, PoisonError<T>>;
pub type TryLockResult<T> = Result<T, TryLockError<T>>;
pub struct PoisonError<T> {
    pub(crate) data: T,
}
impl<T> PoisonError<T> {
    pub fn new(data: T) -> PoisonError<T> {
        PoisonError { data }
    }
    pub fn into_inner(self) -> T {
        self.data
    }
    pub fn get_ref(&self) -> &T {
        &self.data
    }
    pub fn get_mut(&mut self) -> &mut T {
        &mut self.data
    }
}
impl<T> fmt::Debug for PoisonError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PoisonError").finish_non_exhaustive()
    }
}
impl<T> fmt::Display for PoisonError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("poisoned lock: another task failed inside")
    }
}
impl<T> crate::error::Error for PoisonError<T> {}
pub enum TryLockError<T> {
    Poisoned(PoisonError<T>),
    WouldBlock,
}
impl<T> fmt::Debug for TryLockError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TryLockError::Poisoned(..) => fmt::Debug::fmt("Poisoned(..)", f),
            TryLockError::WouldBlock => fmt::Debug::fmt("WouldBlock", f),
        }
    }
}
impl<T> fmt::Display for TryLockError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TryLockError::Poisoned(..) => f.pad("poisoned lock: another task failed inside"),
            TryLockError::WouldBlock => f.pad("try_lock failed because the operation would block"),
        }
    }
}
impl<T> From<PoisonError<T>> for TryLockError<T> {
    fn from(err: PoisonError<T>) -> TryLockError<T> {
        TryLockError::Poisoned(err)
    }
}
impl<T> crate::error::Error for TryLockError<T> {}
