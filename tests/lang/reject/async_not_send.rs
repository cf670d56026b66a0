//! Futures that keep what isn't `Send` across an `.await`, or themselves.

use std::future::Future;
use std::rc::Rc;

fn need_send<T: Send>(_: T) {}

async fn pause() {}

async fn keeps() {
    let shared = Rc::new(1);
    pause().await;
    println!("{shared}");
}

async fn gives_up_in_time() {
    let shared = Rc::new(1);
    drop(shared);
    pause().await;
}

async fn inner_scope() {
    {
        let shared = Rc::new(1);
        println!("{shared}");
    }
    pause().await;
}

fn boxed() -> Box<dyn Future<Output = ()> + Send> {
    Box::new(async { keeps().await })
}

async fn recursive(n: u32) -> u32 {
    if n == 0 { 0 } else { recursive(n - 1).await + 1 }
}

async fn boxed_recursion(n: u32) -> u32 {
    if n == 0 { 0 } else { Box::pin(boxed_recursion(n - 1)).await + 1 }
}

fn main() {
    need_send(keeps());
    need_send(gives_up_in_time());
    need_send(inner_scope());
}
