//! `Condvar` and `Barrier`.

use crate::cell::UnsafeCell;
use crate::fmt;
use crate::sync::{LockResult, MutexGuard, PoisonError, futex_wait, futex_wait_timeout};
use crate::time::{Duration, Instant};

#[derive(Debug, PartialEq, Eq, Copy, Clone)]
pub struct WaitTimeoutResult(bool);
impl WaitTimeoutResult {
    #[must_use] pub fn timed_out(&self) -> bool {
        self.0
    }
}
/// Those who wait draw tickets: `next` is the next one, `waiting` those not yet called. `calls` changes with each call.
#[rustc_std_layout(4, 4)]
pub struct Condvar {
    next: UnsafeCell<u32>,
    calls: UnsafeCell<u32>,
    waiting: UnsafeCell<Vec<u32>>,
}
unsafe impl Send for Condvar {}
unsafe impl Sync for Condvar {}
impl Condvar {
    #[must_use] pub const fn new() -> Condvar {
        Condvar { next: UnsafeCell::new(0), calls: UnsafeCell::new(0), waiting: UnsafeCell::new(Vec::new()) }
    }
    fn queue(&self) -> &mut Vec<u32> {
        unsafe { &mut *self.waiting.get() }
    }
    fn draw(&self) -> u32 {
        let ticket = unsafe { crate::mem::replace(&mut *self.next.get(), (*self.next.get()).wrapping_add(1)) };
        self.queue().push(ticket);
        ticket
    }
    fn call(&self) {
        unsafe { *self.calls.get() = (*self.calls.get()).wrapping_add(1) }
    }
    pub fn wait<'a, T>(&self, guard: MutexGuard<'a, T>) -> LockResult<MutexGuard<'a, T>> {
        let lock = guard.lock;
        let ticket = self.draw();
        drop(guard);
        while self.queue().contains(&ticket) {
            futex_wait(self.calls.get(), unsafe { *self.calls.get() });
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
        let ticket = self.draw();
        let start = Instant::now();
        drop(guard);
        while self.queue().contains(&ticket) {
            let left = dur.saturating_sub(start.elapsed());
            if !futex_wait_timeout(self.calls.get(), unsafe { *self.calls.get() }, left.as_nanos() as u64) {
                break;
            }
        }
        let place = self.queue().iter().position(|other| *other == ticket);
        if let Some(place) = place {
            self.queue().remove(place);
        }
        let result = WaitTimeoutResult(place.is_some());
        match lock.lock() {
            Ok(guard) => Ok((guard, result)),
            Err(error) => Err(PoisonError { data: (error.into_inner(), result) }),
        }
    }
    pub fn wait_timeout_ms<'a, T>(&self, guard: MutexGuard<'a, T>, ms: u32) -> LockResult<(MutexGuard<'a, T>, bool)> {
        match self.wait_timeout(guard, Duration::from_millis(ms as u64)) {
            Ok((guard, result)) => Ok((guard, !result.timed_out())),
            Err(error) => {
                let (guard, result) = error.into_inner();
                Err(PoisonError { data: (guard, !result.timed_out()) })
            }
        }
    }
    pub fn wait_timeout_while<'a, T, F>(
        &self,
        mut guard: MutexGuard<'a, T>,
        dur: Duration,
        mut condition: F,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)>
    where
        F: FnMut(&mut T) -> bool,
    {
        let start = Instant::now();
        loop {
            if !condition(&mut *guard) {
                return Ok((guard, WaitTimeoutResult(false)));
            }
            let timeout = match dur.checked_sub(start.elapsed()) {
                Some(timeout) => timeout,
                None => return Ok((guard, WaitTimeoutResult(true))),
            };
            guard = self.wait_timeout(guard, timeout)?.0;
        }
    }
    pub fn notify_one(&self) {
        if !self.queue().is_empty() {
            self.queue().remove(0);
            self.call();
        }
    }
    pub fn notify_all(&self) {
        self.queue().clear();
        self.call();
    }
}
impl Default for Condvar {
    fn default() -> Condvar {
        Condvar::new()
    }
}
impl fmt::Debug for Condvar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Condvar").finish_non_exhaustive()
    }
}

#[rustc_std_layout(40, 8)]
pub struct Barrier {
    n: u32,
    count: UnsafeCell<u32>,
    generation: UnsafeCell<u32>,
}
unsafe impl Send for Barrier {}
unsafe impl Sync for Barrier {}
pub struct BarrierWaitResult(bool);
impl BarrierWaitResult {
    #[must_use] pub fn is_leader(&self) -> bool {
        self.0
    }
}
impl fmt::Debug for BarrierWaitResult {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BarrierWaitResult").field("is_leader", &self.is_leader()).finish()
    }
}
impl Barrier {
    #[must_use] pub const fn new(n: usize) -> Barrier {
        Barrier { n: n as u32, count: UnsafeCell::new(0), generation: UnsafeCell::new(0) }
    }
    pub fn wait(&self) -> BarrierWaitResult {
        unsafe {
            let generation = *self.generation.get();
            *self.count.get() += 1;
            if *self.count.get() >= self.n {
                *self.count.get() = 0;
                *self.generation.get() = generation.wrapping_add(1);
                return BarrierWaitResult(true);
            }
            while *self.generation.get() == generation {
                futex_wait(self.generation.get(), generation);
            }
        }
        BarrierWaitResult(false)
    }
}
impl fmt::Debug for Barrier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Barrier").finish_non_exhaustive()
    }
}
