use std::future::Future;
use std::pin::pin;
use std::task::*;
fn block_on<F: Future>(f: F) -> F::Output {
    let mut f = pin!(f);
    let mut cx = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(v) = f.as_mut().poll(&mut cx) {
            return v;
        }
    }
}
async fn ac(f: impl AsyncFn(&str) -> usize) -> usize {
    f("abc").await + f("d").await
}
async fn am<F>(mut f: F) -> i32
where
    F: AsyncFnMut(i32) -> i32,
{
    f(1).await;
    f(2).await
}
async fn ao(f: impl AsyncFnOnce() -> String) -> String {
    f().await
}
async fn named(s: &str) -> usize {
    s.len() * 10
}
fn plain(s: &str) -> impl Future<Output = usize> + use<> {
    let n = s.len() + 100;
    async move { n }
}
struct S(u8);
impl S {
    async fn run<F: AsyncFn(&S) -> u8>(&self, f: F) -> u8 {
        f(self).await
    }
}
fn main() {
    println!("{}", block_on(ac(async |s: &str| s.len())));
    println!("{}", block_on(ac(named)));
    println!("{}", block_on(ac(plain)));
    let k = 3;
    println!("{}", block_on(am(async move |x| x + k)));
    let s = String::from("once");
    println!("{}", block_on(ao(async move || s + "!")));
    println!("{}", block_on(S(4).run(async |s| s.0 + 1)));
}
