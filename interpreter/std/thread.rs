//! Threads, under the machine's deterministic scheduler.

mod local;

pub use local::{AccessError, LocalKey};

use crate::any::Any;
use crate::cell::UnsafeCell;
use crate::fmt;
use crate::marker::PhantomData;
use crate::sync::{Arc, Mutex};
use crate::time::Duration;

/// Starts a thread that calls `f`; its number.
#[intrinsic = "thread_spawn"]
fn spawn_raw(f: Box<dyn FnOnce() + Send>) -> usize;
/// Waits for a thread to end; whether it panicked.
#[intrinsic = "thread_join"]
fn join_raw(thread: usize) -> bool;
#[intrinsic = "thread_finished"]
fn finished_raw(thread: usize) -> bool;
#[intrinsic = "thread_current"]
fn current_raw() -> usize;
#[intrinsic = "thread_sleep"]
fn sleep_raw(nanos: u64);
#[intrinsic = "thread_yield"]
pub fn yield_now();
#[intrinsic = "thread_panicking"]
#[must_use] pub fn panicking() -> bool;
#[intrinsic = "thread_set_name"]
fn set_name(thread: usize, name: &str);
#[intrinsic = "thread_name"]
fn name_raw(thread: usize) -> Option<&'static str>;
pub type Result<T> = crate::result::Result<T, Box<dyn Any + Send + 'static>>;

/// Where a thread leaves its result.
struct Packet<T> {
    result: UnsafeCell<Option<T>>,
}
unsafe impl<T: Send> Sync for Packet<T> {}
unsafe impl<T: Send> Send for Packet<T> {}

#[rustc_std_layout(8, 8, 1)]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ThreadId(usize);
impl fmt::Debug for ThreadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ThreadId").field(&(self.0 + 1)).finish()
    }
}
#[rustc_std_layout(8, 8, 1)]
#[derive(Clone)]
pub struct Thread {
    number: usize,
}
impl Thread {
    #[must_use] pub fn id(&self) -> ThreadId {
        ThreadId(self.number)
    }
    #[must_use] pub fn name(&self) -> Option<&str> {
        name_raw(self.number)
    }
    pub fn unpark(&self) {
        unpark_raw(self.number)
    }
}
impl fmt::Debug for Thread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Thread").field("id", &self.id()).field("name", &self.name()).finish_non_exhaustive()
    }
}
#[intrinsic = "thread_park"]
pub fn park();
#[intrinsic = "thread_park_timeout"]
fn park_timeout_raw(nanos: u64);
pub fn park_timeout(dur: Duration) {
    park_timeout_raw(dur.as_nanos() as u64)
}
pub fn park_timeout_ms(ms: u32) {
    park_timeout(Duration::from_millis(ms as u64))
}
#[intrinsic = "thread_unpark"]
fn unpark_raw(thread: usize);
#[must_use] pub fn current() -> Thread {
    Thread { number: current_raw() }
}
pub fn sleep(dur: Duration) {
    sleep_raw(dur.as_nanos() as u64)
}
pub fn sleep_ms(ms: u32) {
    sleep(Duration::from_millis(ms as u64))
}
pub fn available_parallelism() -> crate::io::Result<crate::num::NonZero<usize>> {
    Ok(crate::num::NonZero::new(4).unwrap())
}

#[rustc_std_layout(24, 8, 1)]
pub struct JoinHandle<T> {
    thread: Thread,
    packet: Arc<Packet<T>>,
}
impl<T> fmt::Debug for JoinHandle<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JoinHandle").finish_non_exhaustive()
    }
}
unsafe impl<T> Send for JoinHandle<T> {}
unsafe impl<T> Sync for JoinHandle<T> {}
impl<T> JoinHandle<T> {
    pub fn join(self) -> Result<T> {
        finish(self.thread.number, &self.packet)
    }
    #[must_use] pub fn thread(&self) -> &Thread {
        &self.thread
    }
    pub fn is_finished(&self) -> bool {
        finished_raw(self.thread.number)
    }
}
fn finish<T>(number: usize, packet: &Packet<T>) -> Result<T> {
    if join_raw(number) {
        return Err(crate::panic::payload_of(number));
    }
    match unsafe { (*packet.result.get()).take() } {
        Some(value) => Ok(value),
        None => crate::rt::panic_str("internal error: entered unreachable code"),
    }
}
/// Forgets the lifetime of what a scoped thread borrows; `scope` joins it in time.
#[intrinsic = "retype"]
unsafe fn forget_lifetime<'a>(f: Box<dyn FnOnce() + Send + 'a>) -> Box<dyn FnOnce() + Send + 'static>;

fn start<'a, F, T>(f: F) -> (usize, Arc<Packet<T>>)
where
    F: FnOnce() -> T + Send + 'a,
    T: Send + 'a,
{
    let packet = Arc::new(Packet { result: UnsafeCell::new(None) });
    let theirs = packet.clone();
    let body: Box<dyn FnOnce() + Send + 'a> = Box::new(move || {
        let _exits = Exits;
        let value = f();
        unsafe { *theirs.result.get() = Some(value) };
    });
    (spawn_raw(unsafe { forget_lifetime(body) }), packet)
}
pub fn spawn<F, T>(f: F) -> JoinHandle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    let (number, packet) = start(f);
    JoinHandle { thread: Thread { number }, packet }
}

#[derive(Debug)]
#[must_use] pub struct Builder {
    name: Option<String>,
    stack_size: Option<usize>,
    no_hooks: bool,
}
impl Builder {
    pub fn new() -> Builder {
        Builder { name: None, stack_size: None, no_hooks: false }
    }
    pub fn name(mut self, name: String) -> Builder {
        self.name = Some(name);
        self
    }
    pub fn stack_size(mut self, size: usize) -> Builder {
        self.stack_size = Some(size);
        self
    }
    pub fn spawn<F, T>(self, f: F) -> crate::io::Result<JoinHandle<T>>
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send + 'static,
    {
        self.check_name();
        let handle = spawn(f);
        self.name_thread(handle.thread.number);
        Ok(handle)
    }
    pub fn spawn_scoped<'scope, 'env, F, T>(
        self,
        scope: &'scope Scope<'scope, 'env>,
        f: F,
    ) -> crate::io::Result<ScopedJoinHandle<'scope, T>>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        self.check_name();
        let handle = scope.spawn(f);
        self.name_thread(handle.thread.number);
        Ok(handle)
    }
    #[panics_at = "std/src/thread/thread.rs:24:40"]
    fn check_name(&self) {
        if let Some(name) = &self.name {
            crate::ffi::CString::new(name.as_str()).expect("thread name may not contain interior null bytes");
        }
    }
    fn name_thread(&self, number: usize) {
        if let Some(name) = &self.name {
            set_name(number, name);
        }
    }
}

/// Drops a thread's own values when it ends.
struct Exits;
impl Drop for Exits {
    fn drop(&mut self) {
        if crate::rt::has_thread_exits() {
            crate::rt::run_thread_exits();
        }
    }
}

/// `threads`: those that nobody has joined yet.
pub struct Scope<'scope, 'env: 'scope> {
    threads: Arc<Mutex<Vec<usize>>>,
    scope: PhantomData<&'scope mut &'scope ()>,
    env: PhantomData<&'env mut &'env ()>,
}
impl fmt::Debug for Scope<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let running = self.threads.lock().unwrap().iter().filter(|thread| !finished_raw(**thread)).count();
        f.debug_struct("Scope")
            .field("num_running_threads", &running)
            .field("a_thread_panicked", &false)
            .field("main_thread", &current())
            .finish_non_exhaustive()
    }
}
pub struct ScopedJoinHandle<'scope, T> {
    thread: Thread,
    threads: Arc<Mutex<Vec<usize>>>,
    packet: Arc<Packet<T>>,
    scope: PhantomData<&'scope ()>,
}
impl<T> fmt::Debug for ScopedJoinHandle<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ScopedJoinHandle").finish_non_exhaustive()
    }
}
impl<'scope, T> ScopedJoinHandle<'scope, T> {
    pub fn join(self) -> Result<T> {
        let result = finish(self.thread.number, &self.packet);
        self.threads.lock().unwrap().retain(|thread| *thread != self.thread.number);
        result
    }
    #[must_use] pub fn thread(&self) -> &Thread {
        &self.thread
    }
    pub fn is_finished(&self) -> bool {
        finished_raw(self.thread.number)
    }
}
impl<'scope, 'env> Scope<'scope, 'env> {
    pub fn spawn<F, T>(&'scope self, f: F) -> ScopedJoinHandle<'scope, T>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        let (number, packet) = start(f);
        self.threads.lock().unwrap().push(number);
        ScopedJoinHandle { thread: Thread { number }, threads: self.threads.clone(), packet, scope: PhantomData }
    }
}
#[track_caller]
pub fn scope<'env, F, T>(f: F) -> T
where
    F: for<'scope> FnOnce(&'scope Scope<'scope, 'env>) -> T,
{
    let scope = Scope { threads: Arc::new(Mutex::new(Vec::new())), scope: PhantomData, env: PhantomData };
    let result = crate::panic::catch_unwind(crate::panic::AssertUnwindSafe(|| f(&scope)));
    let mut panicked = false;
    let mut i = 0;
    while i < scope.threads.lock().unwrap().len() {
        let number = scope.threads.lock().unwrap()[i];
        if join_raw(number) {
            panicked = true;
        }
        i += 1;
    }
    match result {
        Err(payload) => crate::panic::resume_unwind(payload),
        Ok(_) if panicked => crate::rt::panic_str("a scoped thread panicked"),
        Ok(value) => value,
    }
}
