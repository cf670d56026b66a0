use std::future::Future;
use std::pin::pin; use std::task::{Context, Poll, Waker};
fn block_on<F: Future>(f: F) -> F::Output { let mut f = pin!(f); let mut cx = Context::from_waker(Waker::noop()); loop { if let Poll::Ready(v) = f.as_mut().poll(&mut cx) { return v; } } }
struct D(&'static str); impl Drop for D { fn drop(&mut self) { println!("drop {}", self.0); } }
async fn call<F: AsyncFn()>(f: F) { f().await; f().await; } async fn call_mut<F: AsyncFnMut()>(mut f: F) { f().await; f().await; } async fn call_once<F: AsyncFnOnce()>(f: F) { f().await; }
fn main() {
    let s = String::from("hi");
    block_on(call(async move || println!("{s}")));
    let mut n = 0;
    let mut c = async move || { n += 1; println!("{n}"); };
    block_on(c()); block_on(c());
    block_on(call_mut(c));
    let d = D("a");
    block_on(call_once(async move || { println!("{}", d.0); }));
    println!("--");
    let d = D("b");
    let fut = { let c = async move || { println!("{}", d.0); }; call_once(c) };
    println!("made"); block_on(fut); println!("done");
    let d = D("c"); let c = async move || { let x = d; println!("{}", x.0); }; let f = c(); println!("called"); block_on(f); println!("end");
    let v = vec![1, 2, 3]; let c = async move |x: i32| v.iter().sum::<i32>() + x; println!("{}", block_on(c(1)) + block_on(c(2)));
}
