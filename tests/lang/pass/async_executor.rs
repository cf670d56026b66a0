//! Futures and an executor of one's own: tasks woken through `Wake`, references held across `.await`, joining, recursion, `?`.

use std::collections::VecDeque;
use std::error::Error;
use std::future::Future;
use std::pin::{pin, Pin};
use std::sync::{Arc, Mutex};
use std::task::{ready, Context, Poll, Wake, Waker};

type Queue = Arc<Mutex<VecDeque<Arc<Task>>>>;

struct Task {
    future: Mutex<Option<Pin<Box<dyn Future<Output = ()> + Send>>>>,
    queue: Queue,
    id: usize,
}

impl Wake for Task {
    fn wake(self: Arc<Self>) {
        println!("wake {}", self.id);
        self.queue.clone().lock().unwrap().push_back(self);
    }
}

#[derive(Default)]
struct Executor {
    queue: Queue,
    spawned: usize,
}

impl Executor {
    fn spawn(&mut self, future: impl Future<Output = ()> + Send + 'static) {
        let future = Mutex::new(Some(Box::pin(future) as _));
        let task = Task { future, queue: self.queue.clone(), id: self.spawned };
        self.spawned += 1;
        self.queue.lock().unwrap().push_back(Arc::new(task));
    }

    fn run(&self) {
        loop {
            let Some(task) = self.queue.lock().unwrap().pop_front() else { return };
            let mut slot = task.future.lock().unwrap();
            let Some(mut future) = slot.take() else { continue };
            let waker = Waker::from(task.clone());
            match future.as_mut().poll(&mut Context::from_waker(&waker)) {
                Poll::Ready(()) => println!("done {}", task.id),
                Poll::Pending => *slot = Some(future),
            }
        }
    }
}

struct Yield(u32);

impl Future for Yield {
    type Output = &'static str;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        if self.0 == 0 {
            return Poll::Ready("ready");
        }
        self.0 -= 1;
        cx.waker().wake_by_ref();
        Poll::Pending
    }
}

struct Mapped<F, G>(F, Option<G>);

impl<F: Future + Unpin, G: FnOnce(F::Output) -> T + Unpin, T> Future for Mapped<F, G> {
    type Output = T;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<T> {
        let value = ready!(Pin::new(&mut self.0).poll(cx));
        Poll::Ready(self.1.take().unwrap()(value))
    }
}

fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return output;
        }
    }
}

async fn count(name: &str, n: u32) -> usize {
    let mut length = 0;
    for i in 0..n {
        println!("{name} {i}");
        length += Yield(1).await.len();
    }
    length
}

async fn parse(text: &str) -> Result<i32, Box<dyn Error>> {
    let n: i32 = text.parse()?;
    Yield(1).await;
    if n < 0 {
        return Err("negative".into());
    }
    Ok(n)
}

async fn factorial(n: u64) -> u64 {
    if n == 0 { 1 } else { n * Box::pin(factorial(n - 1)).await }
}

trait Shape {
    async fn area(&self) -> f64;
}

struct Square(f64);

impl Shape for Square {
    async fn area(&self) -> f64 {
        Yield(1).await;
        self.0 * self.0
    }
}

async fn show(shape: &impl Shape) -> String {
    format!("{:.1}", shape.area().await)
}

fn main() {
    let mut executor = Executor::default();
    let total = Arc::new(Mutex::new(0));
    for (name, n) in [("a", 2), ("b", 1)] {
        let total = total.clone();
        executor.spawn(async move {
            let length = count(name, n).await;
            *total.lock().unwrap() += length;
        });
    }
    executor.spawn(async {
        let words = vec!["kept", "across"];
        let last = words.last();
        Yield(2).await;
        println!("{last:?}");
    });
    executor.run();
    println!("{}", total.lock().unwrap());

    println!("{:?}", block_on(parse("4")).unwrap());
    println!("{} {}", block_on(parse("x")).unwrap_err(), block_on(parse("-1")).unwrap_err());
    println!("{} {}", block_on(factorial(6)), block_on(show(&Square(1.5))));
    println!("{}", block_on(Mapped(Yield(2), Some(|text: &str| text.len()))));
    let suffix = String::from("!");
    let greet = async |name: &str| {
        Yield(1).await;
        format!("hello {name}{suffix}")
    };
    println!("{}", block_on(greet("you")));
    let mut changed = vec![1];
    block_on(async { changed.push(std::future::ready(2).await) });
    println!("{changed:?}");
}
