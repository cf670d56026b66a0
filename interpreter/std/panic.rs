//! `std::panic`.

use crate::any::Any;

#[lang = "unwind_safe"]
pub auto trait UnwindSafe {}
#[lang = "ref_unwind_safe"]
pub auto trait RefUnwindSafe {}
impl<T: ?Sized> !UnwindSafe for &mut T {}
impl<T: RefUnwindSafe + ?Sized> UnwindSafe for &T {}
impl<T: ?Sized> !RefUnwindSafe for crate::cell::UnsafeCell<T> {}
macro_rules! unwind_safe {
    ($([$($generics:tt)*] $ty:ty;)*) => {
        $(impl<$($generics)*> UnwindSafe for $ty {})*
    };
}
macro_rules! ref_unwind_safe {
    ($([$($generics:tt)*] $ty:ty;)*) => {
        $(impl<$($generics)*> RefUnwindSafe for $ty {})*
    };
}
unwind_safe! {
    [T: RefUnwindSafe + ?Sized] *const T;
    [T: RefUnwindSafe + ?Sized] *mut T;
    [T: RefUnwindSafe + ?Sized] crate::ptr::NonNull<T>;
    [T: RefUnwindSafe + ?Sized] crate::rc::Rc<T>;
    [T: RefUnwindSafe + ?Sized] crate::sync::Arc<T>;
    [T: RefUnwindSafe + ?Sized] crate::sync::Weak<T>;
    [T: RefUnwindSafe] crate::vec::Drain<'_, T>;
    [T: RefUnwindSafe] crate::collections::vec_deque::Drain<'_, T>;
    [T: RefUnwindSafe] crate::collections::binary_heap::Drain<'_, T>;
    [K: RefUnwindSafe, V: RefUnwindSafe] crate::collections::hash_map::Drain<'_, K, V>;
    [T: ?Sized] crate::sync::Mutex<T>;
    [T: ?Sized] crate::sync::RwLock<T>;
    [T] crate::sync::mpsc::Sender<T>;
    [T] crate::sync::mpsc::SyncSender<T>;
    [T] crate::sync::mpsc::Receiver<T>;
    [T] AssertUnwindSafe<T>;
}
ref_unwind_safe! {
    [T: ?Sized] crate::sync::Mutex<T>;
    [T: ?Sized] crate::sync::RwLock<T>;
    [T: RefUnwindSafe + UnwindSafe] crate::sync::OnceLock<T>;
    [T: RefUnwindSafe + UnwindSafe, F: UnwindSafe] crate::sync::LazyLock<T, F>;
    [T: RefUnwindSafe + ?Sized] crate::rc::Rc<T>;
    [T: RefUnwindSafe + ?Sized] crate::sync::Arc<T>;
    [T: RefUnwindSafe + ?Sized] crate::sync::Weak<T>;
    [T] crate::sync::mpsc::Sender<T>;
    [T] crate::sync::mpsc::SyncSender<T>;
    [T] crate::sync::mpsc::Receiver<T>;
    [] crate::sync::Condvar;
    [] crate::sync::Once;
    [] crate::sync::Barrier;
    [T] AssertUnwindSafe<T>;
}

#[derive(Debug, Default)]
pub struct AssertUnwindSafe<T>(pub T);
impl<T> crate::ops::Deref for AssertUnwindSafe<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}
impl<T> crate::ops::DerefMut for AssertUnwindSafe<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}
impl<F: crate::future::Future> crate::future::Future for AssertUnwindSafe<F> {
    type Output = F::Output;
    fn poll(self: crate::pin::Pin<&mut Self>, cx: &mut crate::task::Context<'_>) -> crate::task::Poll<F::Output> {
        unsafe { self.map_unchecked_mut(|x| &mut x.0) }.poll(cx)
    }
}
impl<R, F: FnOnce() -> R> FnOnce<()> for AssertUnwindSafe<F> {
    type Output = R;
    extern "rust-call" fn call_once(self, _args: ()) -> R {
        (self.0)()
    }
}

/// Calls `f`; if it panics, the unwinding ends here: (true, None).
#[intrinsic = "catch_unwind"]
fn try_call<F: FnOnce() -> R, R>(f: F) -> Option<R>;
/// The message with which a thread panicked last, and whether it is a literal.
#[intrinsic = "panic_message"]
fn panic_message(thread: usize) -> (&'static str, bool);
/// What it panicked with, unless that was the message. That panic is over, and one during which it began the last one again.
#[intrinsic = "panic_payload"]
fn panic_payload(thread: usize) -> Option<Box<dyn Any + Send>>;
#[intrinsic = "thread_current"]
fn current_thread() -> usize;

/// What a thread panicked with.
pub(crate) fn payload_of(thread: usize) -> Box<dyn Any + Send> {
    let (message, literal) = panic_message(thread);
    match panic_payload(thread) {
        Some(payload) => payload,
        None => message_payload(message, literal),
    }
}
fn message_payload(message: &'static str, literal: bool) -> Box<dyn Any + Send> {
    if literal { Box::new(message) } else { Box::new(String::from(message)) }
}
pub fn catch_unwind<F: FnOnce() -> R + UnwindSafe, R>(f: F) -> Result<R, Box<dyn Any + Send>> {
    match try_call(f) {
        Some(value) => Ok(value),
        None => Err(payload_of(current_thread())),
    }
}
/// A place in the text.
#[lang = "panic_location"]
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location<'a> {
    file: &'a str,
    line: u32,
    col: u32,
}
#[intrinsic = "caller_location"]
const fn caller_location() -> &'static Location<'static>;
impl<'a> Location<'a> {
    #[track_caller]
    #[must_use] pub const fn caller() -> &'static Location<'static> {
        caller_location()
    }
    #[must_use] pub const fn file(&self) -> &str {
        self.file
    }
    #[must_use] pub const fn line(&self) -> u32 {
        self.line
    }
    #[must_use] pub const fn column(&self) -> u32 {
        self.col
    }
}
impl crate::fmt::Display for Location<'_> {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.col)
    }
}

/// Begins a panic with any payload (a box, not coerced: a panic leaves what an intrinsic was given where it is, and here nobody
/// else may drop that); a quiet one isn't reported.
#[intrinsic = "begin_panic_any"]
#[track_caller]
fn begin_panic_any<P>(message: &str, payload: P, quiet: bool) -> !;

fn text_of(payload: &(dyn Any + Send)) -> Option<&str> {
    if let Some(text) = payload.downcast_ref::<&'static str>() {
        Some(*text)
    } else if let Some(text) = payload.downcast_ref::<String>() {
        Some(text.as_str())
    } else {
        None
    }
}
#[track_caller]
pub fn panic_any<M: 'static + Any + Send>(msg: M) -> ! {
    let payload: Box<dyn Any + Send> = Box::new(msg);
    let message = text_of(&*payload).unwrap_or("Box<dyn Any>");
    begin_panic_any(message, payload, false)
}
#[track_caller]
pub fn resume_unwind(payload: Box<dyn Any + Send>) -> ! {
    begin_panic_any("explicit panic", payload, true)
}

/// What a panic hook is told.
#[derive(Debug)]
pub struct PanicHookInfo<'a> {
    payload: &'a (dyn Any + Send),
    location: &'a Location<'a>,
    can_unwind: bool,
    force_no_backtrace: bool,
}
pub type PanicInfo<'a> = PanicHookInfo<'a>;
impl<'a> PanicHookInfo<'a> {
    #[must_use] pub fn payload(&self) -> &(dyn Any + Send) {
        self.payload
    }
    #[must_use] pub fn payload_as_str(&self) -> Option<&str> {
        text_of(self.payload)
    }
    #[must_use] pub fn location(&self) -> Option<&Location<'_>> {
        Some(self.location)
    }
}
impl crate::fmt::Display for PanicHookInfo<'_> {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        write!(f, "panicked at {}:", self.location)?;
        if let Some(text) = self.payload_as_str() {
            write!(f, "\n{text}")?;
        }
        Ok(())
    }
}

type Hook = Box<dyn Fn(&PanicHookInfo<'_>) + Sync + Send + 'static>;
struct HookCell(crate::cell::UnsafeCell<Option<Hook>>);
unsafe impl Sync for HookCell {}
static HOOK: HookCell = HookCell(crate::cell::UnsafeCell::new(None));
/// Whether panics call `call_hook` instead of being reported.
#[intrinsic = "panic_hooked"]
fn panic_hooked(hooked: bool);
/// The report of a panic that nobody hooked.
#[intrinsic = "panic_report"]
fn panic_report(message: &str, file: &str, line: u32, col: u32);

pub fn set_hook(hook: Hook) {
    panic_hooked(true);
    unsafe { *HOOK.0.get() = Some(hook) }
}
#[must_use] pub fn take_hook() -> Hook {
    panic_hooked(false);
    match unsafe { (*HOOK.0.get()).take() } {
        Some(hook) => hook,
        None => Box::new(default_hook),
    }
}
fn default_hook(info: &PanicHookInfo<'_>) {
    let at = info.location;
    panic_report(info.payload_as_str().unwrap_or("Box<dyn Any>"), at.file, at.line, at.col)
}
/// Called by the machine where a panic begins: it goes on when the hook has returned.
#[lang = "panic_hook"]
#[track_caller]
fn call_hook(message: &'static str, literal: bool, payload: Option<Box<dyn Any + Send>>, location: &'static Location<'static>) -> ! {
    let payload = match payload {
        Some(payload) => payload,
        None => message_payload(message, literal),
    };
    if let Some(hook) = unsafe { &*HOOK.0.get() } {
        hook(&PanicHookInfo { payload: &*payload, location, can_unwind: true, force_no_backtrace: false });
    }
    begin_panic_any(message, payload, true)
}
