//! What drives futures: `Poll`, `Context`, wakers.

pub use crate::ready;

use crate::convert::Infallible;
use crate::fmt;
use crate::mem::ManuallyDrop;
use crate::ops::{ControlFlow, FromResidual, Try};
use crate::sync::Arc;

#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[must_use] pub enum Poll<T> {
    #[lang = "Ready"]
    Ready(T),
    #[lang = "Pending"]
    Pending,
}
impl<T> Poll<T> {
    pub fn map<U, F: FnOnce(T) -> U>(self, f: F) -> Poll<U> {
        match self {
            Poll::Ready(t) => Poll::Ready(f(t)),
            Poll::Pending => Poll::Pending,
        }
    }
    pub const fn is_ready(&self) -> bool {
        matches!(*self, Poll::Ready(_))
    }
    pub const fn is_pending(&self) -> bool {
        !self.is_ready()
    }
}
impl<T, E> Poll<Result<T, E>> {
    pub fn map_ok<U, F: FnOnce(T) -> U>(self, f: F) -> Poll<Result<U, E>> {
        self.map(|result| result.map(f))
    }
    pub fn map_err<U, F: FnOnce(E) -> U>(self, f: F) -> Poll<Result<T, U>> {
        self.map(|result| result.map_err(f))
    }
}
impl<T, E> Poll<Option<Result<T, E>>> {
    pub fn map_ok<U, F: FnOnce(T) -> U>(self, f: F) -> Poll<Option<Result<U, E>>> {
        self.map(|option| option.map(|result| result.map(f)))
    }
    pub fn map_err<U, F: FnOnce(E) -> U>(self, f: F) -> Poll<Option<Result<T, U>>> {
        self.map(|option| option.map(|result| result.map_err(f)))
    }
}
impl<T, E> Try for Poll<Result<T, E>> {
    type Output = Poll<T>;
    type Residual = Result<Infallible, E>;
    fn from_output(output: Poll<T>) -> Self {
        output.map(Ok)
    }
    fn branch(self) -> ControlFlow<Result<Infallible, E>, Poll<T>> {
        match self {
            Poll::Ready(Ok(x)) => ControlFlow::Continue(Poll::Ready(x)),
            Poll::Ready(Err(e)) => ControlFlow::Break(Err(e)),
            Poll::Pending => ControlFlow::Continue(Poll::Pending),
        }
    }
}
impl<T, E, F: From<E>> FromResidual<Result<Infallible, E>> for Poll<Result<T, F>> {
    fn from_residual(residual: Result<Infallible, E>) -> Self {
        match residual {
            Err(e) => Poll::Ready(Err(From::from(e))),
            Ok(never) => match never {},
        }
    }
}
impl<T, E> Try for Poll<Option<Result<T, E>>> {
    type Output = Poll<Option<T>>;
    type Residual = Result<Infallible, E>;
    fn from_output(output: Poll<Option<T>>) -> Self {
        output.map(|option| option.map(Ok))
    }
    fn branch(self) -> ControlFlow<Result<Infallible, E>, Poll<Option<T>>> {
        match self {
            Poll::Ready(Some(Ok(x))) => ControlFlow::Continue(Poll::Ready(Some(x))),
            Poll::Ready(Some(Err(e))) => ControlFlow::Break(Err(e)),
            Poll::Ready(None) => ControlFlow::Continue(Poll::Ready(None)),
            Poll::Pending => ControlFlow::Continue(Poll::Pending),
        }
    }
}
impl<T, E, F: From<E>> FromResidual<Result<Infallible, E>> for Poll<Option<Result<T, F>>> {
    fn from_residual(residual: Result<Infallible, E>) -> Self {
        match residual {
            Err(e) => Poll::Ready(Some(Err(From::from(e)))),
            Ok(never) => match never {},
        }
    }
}
impl<T> From<T> for Poll<T> {
    fn from(t: T) -> Poll<T> {
        Poll::Ready(t)
    }
}

#[rustc_std_layout(32, 8, 1)]
pub struct Context<'a> {
    waker: &'a Waker,
}
impl<'a> Context<'a> {
    #[must_use] pub const fn from_waker(waker: &'a Waker) -> Self {
        Context { waker }
    }
    #[must_use] pub const fn waker(&self) -> &'a Waker {
        self.waker
    }
}
impl !Send for Context<'_> {}
impl !Sync for Context<'_> {}
impl fmt::Debug for Context<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Context").field("waker", &self.waker).finish()
    }
}

#[derive(PartialEq, Debug)]
pub struct RawWaker {
    data: *const (),
    vtable: &'static RawWakerVTable,
}
impl RawWaker {
    #[must_use] pub const fn new(data: *const (), vtable: &'static RawWakerVTable) -> RawWaker {
        RawWaker { data, vtable }
    }
}
#[derive(PartialEq, Copy, Clone, Debug)]
pub struct RawWakerVTable {
    clone: unsafe fn(*const ()) -> RawWaker,
    wake: unsafe fn(*const ()),
    wake_by_ref: unsafe fn(*const ()),
    drop: unsafe fn(*const ()),
}
impl RawWakerVTable {
    #[rustc_promotable]
    pub const fn new(
        clone: unsafe fn(*const ()) -> RawWaker,
        wake: unsafe fn(*const ()),
        wake_by_ref: unsafe fn(*const ()),
        drop: unsafe fn(*const ()),
    ) -> Self {
        RawWakerVTable { clone, wake, wake_by_ref, drop }
    }
}

pub struct Waker {
    waker: RawWaker,
}
impl Unpin for Waker {}
unsafe impl Send for Waker {}
unsafe impl Sync for Waker {}
impl Waker {
    pub fn wake(self) {
        let this = ManuallyDrop::new(self);
        unsafe { (this.waker.vtable.wake)(this.waker.data) }
    }
    pub fn wake_by_ref(&self) {
        unsafe { (self.waker.vtable.wake_by_ref)(self.waker.data) }
    }
    #[must_use] pub fn will_wake(&self, other: &Waker) -> bool {
        self.waker.data == other.waker.data && self.waker.vtable == other.waker.vtable
    }
    #[must_use] pub const unsafe fn from_raw(waker: RawWaker) -> Waker {
        Waker { waker }
    }
    #[must_use] pub const unsafe fn new(data: *const (), vtable: &'static RawWakerVTable) -> Waker {
        Waker { waker: RawWaker { data, vtable } }
    }
    #[must_use] pub const fn noop() -> &'static Waker {
        NOOP_WAKER
    }
    #[must_use] pub fn data(&self) -> *const () {
        self.waker.data
    }
    #[must_use] pub fn vtable(&self) -> &'static RawWakerVTable {
        self.waker.vtable
    }
}
const NOOP: &RawWakerVTable = &RawWakerVTable::new(noop_clone, noop, noop, noop);
const NOOP_WAKER: &Waker = &Waker { waker: noop_raw() };
const fn noop_raw() -> RawWaker {
    RawWaker::new(crate::ptr::null(), NOOP)
}
unsafe fn noop_clone(_data: *const ()) -> RawWaker {
    noop_raw()
}
unsafe fn noop(_data: *const ()) {}
impl Clone for Waker {
    fn clone(&self) -> Self {
        Waker { waker: unsafe { (self.waker.vtable.clone)(self.waker.data) } }
    }
}
impl Drop for Waker {
    fn drop(&mut self) {
        unsafe { (self.waker.vtable.drop)(self.waker.data) }
    }
}
impl fmt::Debug for Waker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let vtable = self.waker.vtable as *const RawWakerVTable;
        f.debug_struct("Waker").field("data", &self.waker.data).field("vtable", &vtable).finish()
    }
}

pub trait Wake {
    fn wake(self: Arc<Self>);
    fn wake_by_ref(self: &Arc<Self>) {
        self.clone().wake();
    }
}
impl<W: Wake + Send + Sync + 'static> From<Arc<W>> for Waker {
    fn from(waker: Arc<W>) -> Waker {
        Waker { waker: raw_waker(waker) }
    }
}
fn raw_waker<W: Wake + Send + Sync + 'static>(waker: Arc<W>) -> RawWaker {
    RawWaker::new(
        Arc::into_raw(waker) as *const (),
        &RawWakerVTable { clone: clone_arc::<W>, wake: wake_arc::<W>, wake_by_ref: wake_arc_by_ref::<W>, drop: drop_arc::<W> },
    )
}
unsafe fn clone_arc<W: Wake + Send + Sync + 'static>(data: *const ()) -> RawWaker {
    let waker = ManuallyDrop::new(Arc::from_raw(data as *const W));
    raw_waker::<W>(Arc::clone(&*waker))
}
unsafe fn wake_arc<W: Wake + Send + Sync + 'static>(data: *const ()) {
    let waker = Arc::from_raw(data as *const W);
    W::wake(waker);
}
unsafe fn wake_arc_by_ref<W: Wake + Send + Sync + 'static>(data: *const ()) {
    let waker = ManuallyDrop::new(Arc::from_raw(data as *const W));
    W::wake_by_ref(&*waker);
}
unsafe fn drop_arc<W: Wake + Send + Sync + 'static>(data: *const ()) {
    drop(Arc::from_raw(data as *const W));
}
