//! Sharing between threads: locks, conditions, one-time values. Everything waits by `futex_wait`, under the machine's scheduler.

use crate::cell::UnsafeCell;
use crate::fmt;
use crate::marker::Unsize;
use crate::ops::{CoerceUnsized, Deref, DerefMut};
use crate::time::Duration;

mod arc;
pub mod atomic;
pub mod mpsc;
pub use arc::{Arc, Weak};

/// Blocks the thread for as long as the slot holds `expected`.
#[intrinsic = "futex_wait"]
fn futex_wait(slot: *const u32, expected: u32);
/// The same for at most so long; whether the slot changed in time.
#[intrinsic = "futex_wait_timeout"]
fn futex_wait_timeout(slot: *const u32, expected: u32, nanos: u64) -> bool;
/// Tells the debugger who holds a lock: 0 free, 1 read, 2 written.
#[intrinsic = "lock_event"]
fn lock_event<T: ?Sized>(lock: &T, state: u32);

pub type LockResult<T> = Result<T, PoisonError<T>>;
pub type TryLockResult<T> = Result<T, TryLockError<T>>;
pub struct PoisonError<T> {
    data: T,
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
            TryLockError::Poisoned(..) => f.pad("Poisoned(..)"),
            TryLockError::WouldBlock => f.pad("WouldBlock"),
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

// ---------------------------------------------------------------- Mutex

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
    lock: &'a Mutex<T>,
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

// ---------------------------------------------------------------- RwLock

/// `state`: how many readers, or u32::MAX for a writer. `turn` changes with each release, for those who wait.
#[lang = "RwLock"]
pub struct RwLock<T: ?Sized> {
    state: UnsafeCell<u32>,
    poisoned: UnsafeCell<bool>,
    data: UnsafeCell<T>,
}
unsafe impl<T: ?Sized + Send> Send for RwLock<T> {}
unsafe impl<T: ?Sized + Send + Sync> Sync for RwLock<T> {}
impl<T> RwLock<T> {
    pub const fn new(t: T) -> RwLock<T> {
        RwLock { state: UnsafeCell::new(0), poisoned: UnsafeCell::new(false), data: UnsafeCell::new(t) }
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
                futex_wait(self.state.get(), *self.state.get());
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
    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        let poisoned = self.is_poisoned();
        let data = self.data.get_mut();
        if poisoned { Err(PoisonError { data }) } else { Ok(data) }
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
            Err(TryLockError::WouldBlock) => d.field("data", &"<locked>"),
        };
        d.field("poisoned", &self.is_poisoned()).finish_non_exhaustive()
    }
}
#[lang = "RwLockReadGuard"]
pub struct RwLockReadGuard<'a, T: ?Sized + 'a> {
    lock: &'a RwLock<T>,
}
impl<T: ?Sized> !Send for RwLockReadGuard<'_, T> {}
impl<T: ?Sized> Deref for RwLockReadGuard<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        unsafe { &*self.lock.data.get() }
    }
}
impl<T: ?Sized> Drop for RwLockReadGuard<'_, T> {
    fn drop(&mut self) {
        unsafe {
            *self.lock.state.get() -= 1;
        }
        lock_event(self.lock, if unsafe { *self.lock.state.get() } == 0 { 0 } else { 1 });
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
pub struct RwLockWriteGuard<'a, T: ?Sized + 'a> {
    lock: &'a RwLock<T>,
    panicking: bool,
}
impl<T: ?Sized> !Send for RwLockWriteGuard<'_, T> {}
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
            *self.lock.state.get() = 0;
        }
        lock_event(self.lock, 0);
    }
}
impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLockWriteGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

// ---------------------------------------------------------------- Condvar, Barrier

#[derive(Debug, PartialEq, Eq, Copy, Clone)]
pub struct WaitTimeoutResult(bool);
impl WaitTimeoutResult {
    pub fn timed_out(&self) -> bool {
        self.0
    }
}
/// Tickets: a waiter takes the next one and waits until it has been served.
pub struct Condvar {
    next: UnsafeCell<u32>,
    served: UnsafeCell<u32>,
    changes: UnsafeCell<u32>,
}
unsafe impl Send for Condvar {}
unsafe impl Sync for Condvar {}
impl Condvar {
    pub const fn new() -> Condvar {
        Condvar { next: UnsafeCell::new(0), served: UnsafeCell::new(0), changes: UnsafeCell::new(0) }
    }
    pub fn wait<'a, T>(&self, guard: MutexGuard<'a, T>) -> LockResult<MutexGuard<'a, T>> {
        let lock = guard.lock;
        unsafe {
            let ticket = *self.next.get();
            *self.next.get() = ticket + 1;
            drop(guard);
            while *self.served.get() <= ticket {
                futex_wait(self.changes.get(), *self.changes.get());
            }
        }
        lock.lock()
    }
    pub fn wait_while<'a, T, F>(&self, mut guard: MutexGuard<'a, T>, mut condition: F) -> LockResult<MutexGuard<'a, T>>
    where
        F: FnMut(&mut T) -> bool,
    {
        while condition(&mut *guard) {
            guard = self.wait(guard)?;
        }
        Ok(guard)
    }
    pub fn wait_timeout<'a, T>(
        &self,
        guard: MutexGuard<'a, T>,
        dur: Duration,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)> {
        let lock = guard.lock;
        let in_time = unsafe {
            let ticket = *self.next.get();
            *self.next.get() = ticket + 1;
            drop(guard);
            let mut in_time = true;
            while in_time && *self.served.get() <= ticket {
                in_time = futex_wait_timeout(self.changes.get(), *self.changes.get(), dur.as_nanos() as u64);
            }
            in_time
        };
        match lock.lock() {
            Ok(guard) => Ok((guard, WaitTimeoutResult(!in_time))),
            Err(error) => Err(PoisonError { data: (error.into_inner(), WaitTimeoutResult(!in_time)) }),
        }
    }
    pub fn notify_one(&self) {
        unsafe {
            if *self.served.get() < *self.next.get() {
                *self.served.get() += 1;
                *self.changes.get() += 1;
            }
        }
    }
    pub fn notify_all(&self) {
        unsafe {
            *self.served.get() = *self.next.get();
            *self.changes.get() += 1;
        }
    }
}
impl Default for Condvar {
    fn default() -> Condvar {
        Condvar::new()
    }
}
pub struct Barrier {
    n: u32,
    count: UnsafeCell<u32>,
    generation: UnsafeCell<u32>,
}
unsafe impl Send for Barrier {}
unsafe impl Sync for Barrier {}
pub struct BarrierWaitResult(bool);
impl BarrierWaitResult {
    pub fn is_leader(&self) -> bool {
        self.0
    }
}
impl Barrier {
    pub const fn new(n: usize) -> Barrier {
        Barrier { n: n as u32, count: UnsafeCell::new(0), generation: UnsafeCell::new(0) }
    }
    pub fn wait(&self) -> BarrierWaitResult {
        unsafe {
            let generation = *self.generation.get();
            *self.count.get() += 1;
            if *self.count.get() >= self.n {
                *self.count.get() = 0;
                *self.generation.get() = generation + 1;
                return BarrierWaitResult(true);
            }
            while *self.generation.get() == generation {
                futex_wait(self.generation.get(), generation);
            }
        }
        BarrierWaitResult(false)
    }
}

// ---------------------------------------------------------------- Once, OnceLock, LazyLock

/// `state`: 0 new, 1 running, 2 done.
pub struct Once {
    state: UnsafeCell<u32>,
}
unsafe impl Send for Once {}
unsafe impl Sync for Once {}
impl Once {
    pub const fn new() -> Once {
        Once { state: UnsafeCell::new(0) }
    }
    pub fn call_once<F: FnOnce()>(&self, f: F) {
        unsafe {
            while *self.state.get() == 1 {
                futex_wait(self.state.get(), 1);
            }
            if *self.state.get() == 0 {
                *self.state.get() = 1;
                f();
                *self.state.get() = 2;
            }
        }
    }
    pub fn is_completed(&self) -> bool {
        unsafe { *self.state.get() == 2 }
    }
}
pub struct OnceLock<T> {
    once: Once,
    value: UnsafeCell<Option<T>>,
}
unsafe impl<T: Sync + Send> Sync for OnceLock<T> {}
unsafe impl<T: Send> Send for OnceLock<T> {}
impl<T> OnceLock<T> {
    pub const fn new() -> OnceLock<T> {
        OnceLock { once: Once::new(), value: UnsafeCell::new(None) }
    }
    pub fn get(&self) -> Option<&T> {
        unsafe { (*self.value.get()).as_ref() }
    }
    pub fn set(&self, value: T) -> Result<(), T> {
        let mut value = Some(value);
        self.once.call_once(|| unsafe { *self.value.get() = value.take() });
        match value {
            None => Ok(()),
            Some(value) => Err(value),
        }
    }
    pub fn get_or_init<F: FnOnce() -> T>(&self, f: F) -> &T {
        self.once.call_once(|| unsafe { *self.value.get() = Some(f()) });
        match self.get() {
            Some(value) => value,
            None => crate::rt::panic_str("internal error: entered unreachable code"),
        }
    }
    pub fn into_inner(self) -> Option<T> {
        self.value.into_inner()
    }
    pub fn get_mut(&mut self) -> Option<&mut T> {
        self.value.get_mut().as_mut()
    }
    pub fn take(&mut self) -> Option<T> {
        let value = self.value.get_mut().take();
        self.once = Once::new();
        value
    }
}
impl<T> From<T> for OnceLock<T> {
    fn from(value: T) -> OnceLock<T> {
        let cell = OnceLock::new();
        cell.get_or_init(|| value);
        cell
    }
}
impl<T: Clone> Clone for OnceLock<T> {
    fn clone(&self) -> OnceLock<T> {
        match self.get() {
            Some(value) => OnceLock::from(value.clone()),
            None => OnceLock::new(),
        }
    }
}
impl<T: PartialEq> PartialEq for OnceLock<T> {
    fn eq(&self, other: &OnceLock<T>) -> bool {
        self.get() == other.get()
    }
}
impl<T: Eq> Eq for OnceLock<T> {}
impl<T: crate::fmt::Debug> crate::fmt::Debug for OnceLock<T> {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        let mut d = f.debug_tuple("OnceLock");
        match self.get() {
            Some(v) => d.field(v),
            None => d.field(&format_args!("<uninit>")),
        };
        d.finish()
    }
}
impl<T> Default for OnceLock<T> {
    fn default() -> OnceLock<T> {
        OnceLock::new()
    }
}
pub struct LazyLock<T, F = fn() -> T> {
    cell: OnceLock<T>,
    init: UnsafeCell<Option<F>>,
}
unsafe impl<T: Sync + Send, F: Send> Sync for LazyLock<T, F> {}
impl<T, F: FnOnce() -> T> LazyLock<T, F> {
    pub const fn new(f: F) -> LazyLock<T, F> {
        LazyLock { cell: OnceLock::new(), init: UnsafeCell::new(Some(f)) }
    }
    pub fn force(this: &LazyLock<T, F>) -> &T {
        this.cell.get_or_init(|| match unsafe { (*this.init.get()).take() } {
            Some(f) => f(),
            None => crate::rt::panic_str("LazyLock instance has previously been poisoned"),
        })
    }
}
impl<T, F: FnOnce() -> T> Deref for LazyLock<T, F> {
    type Target = T;
    fn deref(&self) -> &T {
        LazyLock::force(self)
    }
}
