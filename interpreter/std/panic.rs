//! `std::panic`.

use crate::any::Any;

#[lang = "unwind_safe"]
pub auto trait UnwindSafe {}
#[lang = "ref_unwind_safe"]
pub auto trait RefUnwindSafe {}
impl<T: ?Sized> !UnwindSafe for &mut T {}
impl<T: RefUnwindSafe + ?Sized> UnwindSafe for &T {}
impl<T: ?Sized> !RefUnwindSafe for crate::cell::UnsafeCell<T> {}
impl<T: RefUnwindSafe + ?Sized> UnwindSafe for crate::rc::Rc<T> {}

pub struct AssertUnwindSafe<T>(pub T);
impl<T> UnwindSafe for AssertUnwindSafe<T> {}
impl<R, F: FnOnce() -> R> FnOnce<()> for AssertUnwindSafe<F> {
    type Output = R;
    extern "rust-call" fn call_once(self, _args: ()) -> R {
        (self.0)()
    }
}

/// Calls `f`; if it panics, the unwinding ends here: (true, None).
#[intrinsic = "catch_unwind"]
fn try_call<F: FnOnce() -> R, R>(f: F) -> Option<R>;
/// The message of the last panic that was caught, and whether it is a `&'static str`.
#[intrinsic = "caught_message"]
fn caught_message() -> (&'static str, bool);

pub fn catch_unwind<F: FnOnce() -> R + UnwindSafe, R>(f: F) -> Result<R, Box<dyn Any + Send>> {
    match try_call(f) {
        Some(value) => Ok(value),
        None => {
            let (message, literal) = caught_message();
            if literal { Err(Box::new(message)) } else { Err(Box::new(String::from(message))) }
        }
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
    pub const fn caller() -> &'static Location<'static> {
        caller_location()
    }
    pub const fn file(&self) -> &str {
        self.file
    }
    pub const fn line(&self) -> u32 {
        self.line
    }
    pub const fn column(&self) -> u32 {
        self.col
    }
}
impl crate::fmt::Display for Location<'_> {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.col)
    }
}

#[track_caller]
pub fn resume_unwind(_payload: Box<dyn Any + Send>) -> ! {
    crate::rt::panic_str("explicit panic")
}
