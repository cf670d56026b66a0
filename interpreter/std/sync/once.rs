//! Values that are set once: `Once`, `OnceLock`, `LazyLock`.

use crate::cell::UnsafeCell;
use crate::fmt;
use crate::ops::{Deref, DerefMut};
use crate::sync::futex_wait;

const NEW: u32 = 0;
const RUNNING: u32 = 1;
const DONE: u32 = 2;
const POISONED: u32 = 3;

pub struct Once {
    state: UnsafeCell<u32>,
}
unsafe impl Send for Once {}
unsafe impl Sync for Once {}
pub const ONCE_INIT: Once = Once::new();

/// What `call_once_force` tells its closure.
pub struct OnceState {
    poisoned: bool,
}
impl OnceState {
    pub fn is_poisoned(&self) -> bool {
        self.poisoned
    }
}
impl fmt::Debug for OnceState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OnceState").field("poisoned", &self.is_poisoned()).finish()
    }
}
/// Leaves the state when the closure has returned or panicked.
struct Leaves<'a> {
    once: &'a Once,
    set_to: u32,
}
impl Drop for Leaves<'_> {
    fn drop(&mut self) {
        unsafe { *self.once.state.get() = self.set_to }
    }
}
impl Once {
    #[must_use] pub const fn new() -> Once {
        Once { state: UnsafeCell::new(NEW) }
    }
    fn state(&self) -> u32 {
        unsafe { *self.state.get() }
    }
    fn settle(&self) {
        while self.state() == RUNNING {
            futex_wait(self.state.get(), RUNNING);
        }
    }
    fn call<F: FnOnce(&OnceState)>(&self, f: F) {
        self.settle();
        if self.state() != DONE {
            let state = OnceState { poisoned: self.state() == POISONED };
            unsafe { *self.state.get() = RUNNING };
            let mut leaves = Leaves { once: self, set_to: POISONED };
            f(&state);
            leaves.set_to = DONE;
        }
    }
    #[track_caller]
    pub fn call_once<F: FnOnce()>(&self, f: F) {
        self.settle();
        if self.state() == POISONED {
            crate::rt::panic_str("Once instance has previously been poisoned")
        }
        self.call(|_| f())
    }
    pub fn call_once_force<F: FnOnce(&OnceState)>(&self, f: F) {
        self.call(f)
    }
    pub fn is_completed(&self) -> bool {
        self.state() == DONE
    }
    #[panics_at = "std/src/sync/once.rs:296:24"]
    pub fn wait(&self) {
        self.wait_force();
        if self.state() == POISONED {
            crate::rt::panic_str("Once instance has previously been poisoned")
        }
    }
    pub fn wait_force(&self) {
        while self.state() < DONE {
            futex_wait(self.state.get(), self.state());
        }
    }
}
impl fmt::Debug for Once {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Once").finish_non_exhaustive()
    }
}

pub struct OnceLock<T> {
    once: Once,
    value: UnsafeCell<Option<T>>,
}
unsafe impl<T: Sync + Send> Sync for OnceLock<T> {}
unsafe impl<T: Send> Send for OnceLock<T> {}
impl<T> OnceLock<T> {
    #[must_use] pub const fn new() -> OnceLock<T> {
        OnceLock { once: Once::new(), value: UnsafeCell::new(None) }
    }
    pub fn get(&self) -> Option<&T> {
        unsafe { (*self.value.get()).as_ref() }
    }
    pub fn set(&self, value: T) -> Result<(), T> {
        let mut value = Some(value);
        self.once.call(|_| unsafe { *self.value.get() = value.take() });
        match value {
            None => Ok(()),
            Some(value) => Err(value),
        }
    }
    pub fn get_or_init<F: FnOnce() -> T>(&self, f: F) -> &T {
        self.once.call(|_| unsafe { *self.value.get() = Some(f()) });
        match self.get() {
            Some(value) => value,
            None => crate::rt::panic_str("internal error: entered unreachable code"),
        }
    }
    pub fn wait(&self) -> &T {
        self.once.wait_force();
        self.get_or_init(|| crate::rt::panic_str("internal error: entered unreachable code"))
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
impl<T: fmt::Debug> fmt::Debug for OnceLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
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
#[panics_at = "std/src/sync/lazy_lock.rs:410:5"]
fn lock_poisoned() -> ! {
    crate::rt::panic_str("LazyLock instance has previously been poisoned")
}
impl<T, F: FnOnce() -> T> LazyLock<T, F> {
    pub const fn new(f: F) -> LazyLock<T, F> {
        LazyLock { cell: OnceLock::new(), init: UnsafeCell::new(Some(f)) }
    }
    #[track_caller]
    pub fn force(this: &LazyLock<T, F>) -> &T {
        if this.cell.once.state() == POISONED {
            lock_poisoned()
        }
        this.cell.get_or_init(|| match unsafe { (*this.init.get()).take() } {
            Some(f) => f(),
            None => crate::rt::panic_str("internal error: entered unreachable code"),
        })
    }
    #[track_caller]
    pub fn force_mut(this: &mut LazyLock<T, F>) -> &mut T {
        LazyLock::force(this);
        match this.cell.get_mut() {
            Some(value) => value,
            None => crate::rt::panic_str("internal error: entered unreachable code"),
        }
    }
}
impl<T, F> LazyLock<T, F> {
    pub fn get(this: &LazyLock<T, F>) -> Option<&T> {
        this.cell.get()
    }
    pub fn get_mut(this: &mut LazyLock<T, F>) -> Option<&mut T> {
        this.cell.get_mut()
    }
}
impl<T, F: FnOnce() -> T> Deref for LazyLock<T, F> {
    type Target = T;
    #[track_caller]
    fn deref(&self) -> &T {
        LazyLock::force(self)
    }
}
impl<T, F: FnOnce() -> T> DerefMut for LazyLock<T, F> {
    #[track_caller]
    fn deref_mut(&mut self) -> &mut T {
        LazyLock::force_mut(self)
    }
}
impl<T: Default> Default for LazyLock<T> {
    fn default() -> LazyLock<T> {
        LazyLock::new(T::default)
    }
}
impl<T: fmt::Debug, F> fmt::Debug for LazyLock<T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut d = f.debug_tuple("LazyLock");
        match self.cell.get() {
            Some(v) => d.field(v),
            None => d.field(&format_args!("<uninit>")),
        };
        d.finish()
    }
}
