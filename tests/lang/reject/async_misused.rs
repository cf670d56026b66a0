//! `.await` and `break` out of place, futures taken for their outputs, and borrows and moves in `async` code.

use std::future::Future;

async fn length(text: &String) -> usize {
    text.len()
}

fn not_async() -> usize {
    let closure = || length(&String::new()).await;
    length(&String::new()).await
}

async fn jumps() {
    loop {
        async { break };
    }
}

async fn main() {}
