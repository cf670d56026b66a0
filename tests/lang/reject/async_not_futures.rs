//! `.await` on what is no future.

use std::future::Future;

struct Plain;

async fn waits() {
    5.await;
    Plain.await;
}

fn need<F: Future>(_: F) {}

fn main() {
    need(3);
}
