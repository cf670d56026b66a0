//! What macros and the machine's entry call: panics, assertions, the start of `main`.

use crate::fmt;

/// Begins a panic with this message at the caller's place (the nearest caller that isn't `#[track_caller]`).
#[intrinsic = "begin_panic"]
#[track_caller]
fn begin_panic(message: &str) -> !;

/// Says that a panic's message is being made: a panic on the way ends the program.
#[intrinsic = "panic_formatting"]
fn panic_formatting(now: bool);

#[track_caller]
#[lang = "panic_fmt"]
pub fn panic_fmt(args: fmt::Arguments<'_>) -> ! {
    if let Some(literal) = args.as_str() {
        begin_panic(literal)
    }
    let mut message = String::new();
    panic_formatting(true);
    let _ = fmt::write(&mut message, args);
    panic_formatting(false);
    begin_panic(&message)
}
#[track_caller]
pub const fn panic_str(message: &str) -> ! {
    begin_panic(message)
}
#[track_caller]
pub const fn panic_display<T: fmt::Display + ?Sized>(value: &T) -> ! {
    panic_fmt(format_args!("{}", value))
}
/// What the caller of an unsafe function promised doesn't hold: the program ends.
#[intrinsic = "precondition_violated"]
#[track_caller]
pub(crate) const fn precondition_violated(what: &str) -> !;
#[track_caller]
pub(crate) const fn precondition(holds: bool, what: &str) {
    if !holds {
        precondition_violated(what)
    }
}
#[track_caller]
pub fn unreachable_display<T: fmt::Display + ?Sized>(value: &T) -> ! {
    panic_fmt(format_args!("internal error: entered unreachable code: {}", value))
}

#[derive(Debug)]
pub enum AssertKind {
    Eq,
    Ne,
    Match,
}

#[track_caller]
pub fn assert_failed<T, U>(kind: AssertKind, left: &T, right: &U, args: Option<fmt::Arguments<'_>>) -> !
where
    T: fmt::Debug + ?Sized,
    U: fmt::Debug + ?Sized,
{
    let op = match kind {
        AssertKind::Eq => "==",
        AssertKind::Ne => "!=",
        AssertKind::Match => "matches",
    };
    match args {
        Some(args) => panic!("assertion `left {op} right` failed: {args}\n  left: {left:?}\n right: {right:?}"),
        None => panic!("assertion `left {op} right` failed\n  left: {left:?}\n right: {right:?}"),
    }
}

/// Called by the machine with what `main` returned; gives the exit code.
#[lang = "termination_report"]
fn report<T: crate::process::Termination>(value: T) -> i32 {
    value.report().to_i32()
}

/// What is done when a thread ends: its own values are dropped, the one made last first.
pub(crate) trait ThreadExit {
    fn run(&self);
}
/// Remembers what the running thread has to do when it ends.
#[intrinsic = "at_thread_exit"]
pub(crate) fn at_thread_exit(exit: &'static dyn ThreadExit);
#[intrinsic = "has_thread_exits"]
#[lang = "has_thread_exits"]
pub(crate) fn has_thread_exits() -> bool;
/// Takes the last one.
#[intrinsic = "next_thread_exit"]
fn next_thread_exit() -> Option<&'static dyn ThreadExit>;
#[lang = "run_thread_exits"]
pub(crate) fn run_thread_exits() {
    while let Some(exit) = next_thread_exit() {
        exit.run();
    }
}
