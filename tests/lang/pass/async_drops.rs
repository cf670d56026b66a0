//! What an `async` block owns is dropped when it ends, when it is dropped before it was polled, and when it is dropped suspended.

use std::future::Future;
use std::pin::{pin, Pin};
use std::task::{Context, Poll, Waker};

struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Later(bool);

impl Future for Later {
    type Output = ();
    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if std::mem::replace(&mut self.0, true) { Poll::Ready(()) } else { Poll::Pending }
    }
}

async fn body(_kept: Loud, _: Loud, (first, _second): (Loud, Loud)) -> usize {
    let outer = Loud("outer");
    {
        let inner = Loud("inner");
        Later(false).await;
        println!("{} leaves", inner.0);
    }
    let last = Loud("last");
    Later(false).await;
    first.0.len() + outer.0.len() + last.0.len()
}

fn start() -> impl Future<Output = usize> {
    body(Loud("kept"), Loud("ignored"), (Loud("first"), Loud("second")))
}

fn poll<F: Future>(future: Pin<&mut F>) -> Poll<F::Output> {
    future.poll(&mut Context::from_waker(Waker::noop()))
}

fn main() {
    println!("never polled");
    drop(start());
    println!("dropped at the first await");
    {
        let mut future = pin!(start());
        assert!(poll(future.as_mut()).is_pending());
    }
    println!("dropped at the second await");
    {
        let mut future = Box::pin(start());
        assert!(poll(future.as_mut()).is_pending());
        assert!(poll(future.as_mut()).is_pending());
    }
    println!("run to its end");
    let mut future = Box::pin(start());
    loop {
        if let Poll::Ready(n) = poll(future.as_mut()) {
            println!("{n}");
            break;
        }
    }
}
