// Futures, `async` blocks and coroutines in messages.
use std::future::Future;
fn require_fut<F: Future<Output = i32>>(_: F) {}
async fn foo() {}
async fn bar(x: &u8) -> u8 {
    *x
}
fn t3() {
    require_fut(async { "x" });
}
fn t4() {
    require_fut(async {});
}
fn t6() -> i32 {
    async { 1 }
}
async fn t8() {
    let x: i32 = bar(&1);
}
fn t17() -> Box<dyn Future<Output = ()>> {
    Box::new(async { 1 })
}
async fn t25() {
    if foo() {}
}
fn main() {}
