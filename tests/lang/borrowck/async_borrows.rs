//! Borrows and moves in `async` functions and blocks.

use std::future::Future;

async fn length(text: &String) -> usize {
    text.len()
}

fn escapes() -> impl Future<Output = usize> {
    let text = String::new();
    async { length(&text).await }
}

async fn moved(text: String) {
    drop(text);
    println!("{}", text);
}

async fn conflict() {
    let mut values = vec![1];
    let first = &values[0];
    values.push(2);
    length(&String::new()).await;
    println!("{first}");
}

async fn fine(text: &mut String) -> usize {
    text.push('x');
    let shared = &*text;
    length(shared).await
}

fn main() {}
