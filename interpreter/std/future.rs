//! Futures: the trait, what `async` blocks make, and the small ones of `std::future`.

use crate::marker::PhantomData;
use crate::pin::Pin;
use crate::task::{Context, Poll};

#[lang = "future_trait"]
#[must_use = "futures do nothing unless you `.await` or poll them"]
#[rustc_on_unimplemented(
    label = "`{Self}` is not a future",
    message = "`{Self}` is not a future"
)]
pub trait Future {
    #[lang = "future_output"]
    type Output;
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output>;
}
impl<F: ?Sized + Future + Unpin> Future for &mut F {
    type Output = F::Output;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        F::poll(Pin::new(&mut **self), cx)
    }
}
impl<P: crate::ops::DerefMut> Future for Pin<P>
where
    P::Target: Future,
{
    type Output = <P::Target as Future>::Output;
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        unsafe { self.get_unchecked_mut() }.as_mut().poll(cx)
    }
}
impl<F: ?Sized + Future + Unpin> Future for Box<F> {
    type Output = F::Output;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        F::poll(Pin::new(&mut **self), cx)
    }
}

#[rustc_on_unimplemented(
    label = "`{Self}` is not a future",
    message = "`{Self}` is not a future",
    note = "{Self} must be a future or must implement `IntoFuture` to be awaited"
)]
pub trait IntoFuture {
    type Output;
    type IntoFuture: Future<Output = Self::Output>;
    #[lang = "into_future"]
    fn into_future(self) -> Self::IntoFuture;
}
impl<F: Future> IntoFuture for F {
    type Output = F::Output;
    type IntoFuture = F;
    fn into_future(self) -> F {
        self
    }
}

/// What an `async` block makes: its body, not begun, suspended at an `.await`, or done.
#[lang = "async_block_type"]
pub struct AsyncBlock<F, T> {
    state: State<F>,
    output: PhantomData<fn() -> T>,
}
enum State<F> {
    Unresumed(F),
    Suspended(SuspendedFrame),
    Returned,
}
/// A call that waits to be gone on with; the machine keeps its variables.
#[lang = "suspended_frame"]
struct SuspendedFrame;
enum Resumed<T> {
    Complete(T),
    Yielded(SuspendedFrame),
}
impl<F, T> !Unpin for AsyncBlock<F, T> {}

#[lang = "async_block"]
pub fn async_block<F: FnOnce() -> T, T>(body: F) -> AsyncBlock<F, T> {
    AsyncBlock { state: State::Unresumed(body), output: PhantomData }
}
/// Calls the body, which runs until it suspends itself or returns.
#[intrinsic = "coroutine_start"]
fn start<F, T>(body: F) -> Resumed<T>;
/// Goes on with a suspended call.
#[intrinsic = "coroutine_resume"]
fn resume<T>(frame: SuspendedFrame) -> Resumed<T>;
/// Drops the variables of a suspended call.
#[intrinsic = "coroutine_drop"]
fn drop_suspended(frame: SuspendedFrame);
/// Ends the poll that runs the `async` block which calls this.
#[lang = "suspend"]
#[intrinsic = "coroutine_suspend"]
pub fn suspend();
/// The context that the `async` block which calls this was polled with.
#[lang = "get_context"]
#[intrinsic = "coroutine_context"]
pub fn get_context<'a, 'b>() -> &'a mut Context<'b>;
#[lang = "poll_awaited"]
pub fn poll_awaited<F: Future>(future: &mut F, cx: &mut Context<'_>) -> Poll<F::Output> {
    F::poll(unsafe { Pin::new_unchecked(future) }, cx)
}

impl<F: FnOnce() -> T, T> Future for AsyncBlock<F, T> {
    type Output = T;
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<T> {
        let this = unsafe { self.get_unchecked_mut() };
        let resumed = match crate::mem::replace(&mut this.state, State::Returned) {
            State::Unresumed(body) => start::<F, T>(body),
            State::Suspended(frame) => resume::<T>(frame),
            State::Returned => panic!("`async fn` resumed after completion"),
        };
        match resumed {
            Resumed::Complete(value) => Poll::Ready(value),
            Resumed::Yielded(frame) => {
                this.state = State::Suspended(frame);
                Poll::Pending
            }
        }
    }
}
impl<F, T> Drop for AsyncBlock<F, T> {
    fn drop(&mut self) {
        if let State::Suspended(frame) = crate::mem::replace(&mut self.state, State::Returned) {
            drop_suspended(frame)
        }
    }
}

#[derive(Debug, Clone)]
#[must_use] pub struct Ready<T>(Option<T>);
impl<T> Unpin for Ready<T> {}
impl<T> Future for Ready<T> {
    type Output = T;
    fn poll(mut self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<T> {
        Poll::Ready(self.0.take().expect("`Ready` polled after completion"))
    }
}
impl<T> Ready<T> {
    #[must_use] pub fn into_inner(self) -> T {
        self.0.expect("Called `into_inner()` on `Ready` after completion")
    }
}
pub fn ready<T>(t: T) -> Ready<T> {
    Ready(Some(t))
}

#[must_use] pub struct Pending<T> {
    output: PhantomData<fn() -> T>,
}
impl<T> Clone for Pending<T> {
    fn clone(&self) -> Pending<T> {
        pending()
    }
}
impl<T> crate::fmt::Debug for Pending<T> {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        f.debug_struct("Pending").finish()
    }
}
impl<T> Future for Pending<T> {
    type Output = T;
    fn poll(self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<T> {
        Poll::Pending
    }
}
pub fn pending<T>() -> Pending<T> {
    Pending { output: PhantomData }
}

#[must_use] pub struct PollFn<F> {
    f: F,
}
impl<F: Unpin> Unpin for PollFn<F> {}
impl<F> crate::fmt::Debug for PollFn<F> {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        f.debug_struct("PollFn").finish()
    }
}
impl<T, F: FnMut(&mut Context<'_>) -> Poll<T>> Future for PollFn<F> {
    type Output = T;
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<T> {
        (unsafe { &mut self.get_unchecked_mut().f })(cx)
    }
}
pub fn poll_fn<T, F>(f: F) -> PollFn<F>
where
    F: FnMut(&mut Context<'_>) -> Poll<T>,
{
    PollFn { f }
}
