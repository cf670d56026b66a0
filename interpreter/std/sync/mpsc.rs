//! Channels.

use crate::collections::VecDeque;
use crate::fmt;
use crate::sync::{Arc, Condvar, Mutex};
use crate::time::Duration;

struct State<T> {
    queue: VecDeque<T>,
    senders: usize,
    receiver: bool,
    /// None: no bound.
    bound: Option<usize>,
    /// How many values were ever taken (a rendezvous sender waits for its own).
    taken: usize,
    sent: usize,
}
struct Channel<T> {
    state: Mutex<State<T>>,
    changed: Condvar,
}

#[rustc_std_layout(16, 8, 1)]
#[lang = "Sender"]
pub struct Sender<T> {
    channel: Arc<Channel<T>>,
}
#[rustc_std_layout(16, 8, 1)]
pub struct SyncSender<T> {
    channel: Arc<Channel<T>>,
}
#[rustc_std_layout(16, 8, 1)]
#[lang = "Receiver"]
pub struct Receiver<T> {
    channel: Arc<Channel<T>>,
}
unsafe impl<T: Send> Send for Sender<T> {}
unsafe impl<T: Send> Sync for Sender<T> {}
unsafe impl<T: Send> Send for SyncSender<T> {}
unsafe impl<T: Send> Send for Receiver<T> {}
impl<T> !Sync for Receiver<T> {}

#[derive(PartialEq, Eq, Clone, Copy)]
pub struct SendError<T>(pub T);
#[derive(PartialEq, Eq, Clone, Copy, Debug)]
pub struct RecvError;
#[derive(PartialEq, Eq, Clone, Copy, Debug)]
pub enum TryRecvError {
    Empty,
    Disconnected,
}
#[derive(PartialEq, Eq, Clone, Copy, Debug)]
pub enum RecvTimeoutError {
    Timeout,
    Disconnected,
}
#[derive(PartialEq, Eq, Clone, Copy)]
pub enum TrySendError<T> {
    Full(T),
    Disconnected(T),
}
impl<T> fmt::Debug for SendError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SendError").finish_non_exhaustive()
    }
}
impl<T> fmt::Display for SendError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("sending on a closed channel")
    }
}
impl<T> crate::error::Error for SendError<T> {}
impl<T> fmt::Debug for TrySendError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TrySendError::Full(..) => f.pad("TrySendError::Full(..)"),
            TrySendError::Disconnected(..) => f.pad("TrySendError::Disconnected(..)"),
        }
    }
}
impl<T> fmt::Display for TrySendError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            TrySendError::Full(..) => "sending on a full channel",
            TrySendError::Disconnected(..) => "sending on a closed channel",
        })
    }
}
impl<T> crate::error::Error for TrySendError<T> {}
impl<T> From<SendError<T>> for TrySendError<T> {
    fn from(err: SendError<T>) -> TrySendError<T> {
        TrySendError::Disconnected(err.0)
    }
}
impl fmt::Display for RecvError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("receiving on a closed channel")
    }
}
impl crate::error::Error for RecvError {}
impl fmt::Display for TryRecvError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            TryRecvError::Empty => "receiving on an empty channel",
            TryRecvError::Disconnected => "receiving on a closed channel",
        })
    }
}
impl fmt::Display for RecvTimeoutError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            RecvTimeoutError::Timeout => "timed out waiting on channel",
            RecvTimeoutError::Disconnected => "channel is empty and sending half is closed",
        })
    }
}

impl crate::error::Error for TryRecvError {}
impl crate::error::Error for RecvTimeoutError {}
impl From<RecvError> for TryRecvError {
    fn from(_: RecvError) -> TryRecvError {
        TryRecvError::Disconnected
    }
}
impl From<RecvError> for RecvTimeoutError {
    fn from(_: RecvError) -> RecvTimeoutError {
        RecvTimeoutError::Disconnected
    }
}

fn make<T>(bound: Option<usize>) -> Arc<Channel<T>> {
    let state = State { queue: VecDeque::new(), senders: 1, receiver: true, bound, taken: 0, sent: 0 };
    Arc::new(Channel { state: Mutex::new(state), changed: Condvar::new() })
}
#[must_use] pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let channel = make(None);
    (Sender { channel: channel.clone() }, Receiver { channel })
}
#[must_use] pub fn sync_channel<T>(bound: usize) -> (SyncSender<T>, Receiver<T>) {
    let channel = make(Some(bound));
    (SyncSender { channel: channel.clone() }, Receiver { channel })
}
impl<T> Channel<T> {
    fn send(&self, t: T) -> Result<(), SendError<T>> {
        let mut state = self.state.lock().unwrap();
        if let Some(bound) = state.bound {
            while state.receiver && bound > 0 && state.queue.len() >= bound {
                state = self.changed.wait(state).unwrap();
            }
        }
        if !state.receiver {
            return Err(SendError(t));
        }
        state.queue.push_back(t);
        state.sent += 1;
        let mine = state.sent;
        self.changed.notify_all();
        if state.bound == Some(0) {
            while state.receiver && state.taken < mine {
                state = self.changed.wait(state).unwrap();
            }
        }
        Ok(())
    }
    fn add_sender(&self) {
        self.state.lock().unwrap().senders += 1;
    }
    fn drop_sender(&self) {
        let mut state = self.state.lock().unwrap();
        state.senders -= 1;
        if state.senders == 0 {
            self.changed.notify_all();
        }
    }
}
impl<T> Sender<T> {
    pub fn send(&self, t: T) -> Result<(), SendError<T>> {
        self.channel.send(t)
    }
}
impl<T> Clone for Sender<T> {
    fn clone(&self) -> Sender<T> {
        self.channel.add_sender();
        Sender { channel: self.channel.clone() }
    }
}
impl<T> Drop for Sender<T> {
    fn drop(&mut self) {
        self.channel.drop_sender()
    }
}
impl<T> SyncSender<T> {
    pub fn send(&self, t: T) -> Result<(), SendError<T>> {
        self.channel.send(t)
    }
    pub fn try_send(&self, t: T) -> Result<(), TrySendError<T>> {
        let state = self.channel.state.lock().unwrap();
        if !state.receiver {
            return Err(TrySendError::Disconnected(t));
        }
        if let Some(bound) = state.bound {
            if state.queue.len() >= bound {
                return Err(TrySendError::Full(t));
            }
        }
        drop(state);
        Ok(self.channel.send(t)?)
    }
}
impl<T> Clone for SyncSender<T> {
    fn clone(&self) -> SyncSender<T> {
        self.channel.add_sender();
        SyncSender { channel: self.channel.clone() }
    }
}
impl<T> Drop for SyncSender<T> {
    fn drop(&mut self) {
        self.channel.drop_sender()
    }
}
impl<T> Receiver<T> {
    pub fn recv(&self) -> Result<T, RecvError> {
        let mut state = self.channel.state.lock().unwrap();
        loop {
            if let Some(t) = state.queue.pop_front() {
                state.taken += 1;
                self.channel.changed.notify_all();
                return Ok(t);
            }
            if state.senders == 0 {
                return Err(RecvError);
            }
            state = self.channel.changed.wait(state).unwrap();
        }
    }
    pub fn try_recv(&self) -> Result<T, TryRecvError> {
        let mut state = self.channel.state.lock().unwrap();
        match state.queue.pop_front() {
            Some(t) => {
                state.taken += 1;
                self.channel.changed.notify_all();
                Ok(t)
            }
            None => {
                if state.senders == 0 {
                    Err(TryRecvError::Disconnected)
                } else {
                    Err(TryRecvError::Empty)
                }
            }
        }
    }
    pub fn recv_timeout(&self, timeout: Duration) -> Result<T, RecvTimeoutError> {
        let mut state = self.channel.state.lock().unwrap();
        loop {
            if let Some(t) = state.queue.pop_front() {
                state.taken += 1;
                self.channel.changed.notify_all();
                return Ok(t);
            }
            if state.senders == 0 {
                return Err(RecvTimeoutError::Disconnected);
            }
            let (guard, waited) = self.channel.changed.wait_timeout(state, timeout).unwrap();
            state = guard;
            if waited.timed_out() && state.queue.is_empty() {
                return Err(RecvTimeoutError::Timeout);
            }
        }
    }
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { rx: self }
    }
    pub fn try_iter(&self) -> TryIter<'_, T> {
        TryIter { rx: self }
    }
}
impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        let mut state = self.channel.state.lock().unwrap();
        state.receiver = false;
        let rest = crate::mem::take(&mut state.queue);
        self.channel.changed.notify_all();
        drop(state);
        drop(rest);
    }
}
pub struct Iter<'a, T: 'a> {
    rx: &'a Receiver<T>,
}
impl<'a, T> Iterator for Iter<'a, T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        self.rx.recv().ok()
    }
}
pub struct TryIter<'a, T: 'a> {
    rx: &'a Receiver<T>,
}
impl<'a, T> Iterator for TryIter<'a, T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        self.rx.try_recv().ok()
    }
}
pub struct IntoIter<T> {
    rx: Receiver<T>,
}
impl<T> Iterator for IntoIter<T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        self.rx.recv().ok()
    }
}
impl<'a, T> IntoIterator for &'a Receiver<T> {
    type Item = T;
    type IntoIter = Iter<'a, T>;
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}
impl<T> IntoIterator for Receiver<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;
    fn into_iter(self) -> IntoIter<T> {
        IntoIter { rx: self }
    }
}
macro_rules! opaque {
    ($($t:ident)*) => {
        $(impl<T> fmt::Debug for $t<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($t)).finish_non_exhaustive()
            }
        })*
    };
}
opaque! { Sender SyncSender Receiver }
macro_rules! iterators_debug {
    ($($name:ident [$($life:lifetime)?];)*) => {
        $(impl<T> fmt::Debug for $name<$($life,)? T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name)).field("rx", &self.rx).finish()
            }
        })*
    };
}
iterators_debug! { Iter ['_]; TryIter ['_]; IntoIter []; }
