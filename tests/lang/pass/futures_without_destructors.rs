//! A future that holds nothing with a destructor may outlive what it borrows; what `println!` borrows lives as long as its line.
use std::fmt::Arguments;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};

struct Nothing;

impl Wake for Nothing {
    fn wake(self: Arc<Self>) {}
}

fn run<T>(mut future: Pin<Box<dyn Future<Output = T> + '_>>) -> T {
    let waker = Waker::from(Arc::new(Nothing));
    let mut context = Context::from_waker(&waker);
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
}

async fn length(text: &str) -> usize {
    text.len()
}

fn dropped_before(texts: Vec<String>) {
    let all: Vec<_> = texts.iter().map(|text| async move { text.len() }).collect();
    let first = async { texts[0].len() };
    let second = length(&texts[1]);
    let sum = run(Box::pin(async { first.await + second.await }));
    println!("{} {sum}", all.len());
    let unused = async { texts.len() };
    drop(texts);
    println!("dropped");
}

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

impl Noisy {
    fn name(&self) -> &str {
        self.0
    }
}

fn show(arguments: Arguments<'_>) -> String {
    arguments.to_string()
}

fn main() {
    dropped_before(vec!["one".to_string(), "three".to_string()]);
    println!("{} {:>4} {0:?} {1:<2$}|", Noisy("a").name(), Noisy("b").name(), 3);
    let text = show(format_args!("{} {}", Noisy("c").name(), 1));
    println!("{text}");
    let kept = format_args!("{} {}", Noisy("d").0, 2);
    println!("{kept} {}", { Noisy("e").name().len() });
    let last = match 1 {
        _ => format_args!("{:?}", Noisy("f").name()).to_string(),
    };
    println!("{last}");
}
