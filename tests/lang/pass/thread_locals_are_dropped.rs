//! A thread's own values are dropped when it ends, the one made last first; main's too.
use std::cell::{Cell, RefCell};
use std::thread;

struct Noisy(&'static str);
impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

thread_local! {
    static FIRST: Noisy = Noisy("first");
    static SECOND: RefCell<Vec<Noisy>> = const { RefCell::new(Vec::new()) };
    static PLAIN: Cell<i32> = const { Cell::new(1) };
    static UNUSED: Noisy = Noisy("never made");
}

fn use_all(who: &str) {
    FIRST.with(|noisy| println!("{who}: {}", noisy.0));
    SECOND.with_borrow_mut(|list| list.push(Noisy("in the list")));
    PLAIN.set(PLAIN.get() + 1);
    println!("{who}: {}", PLAIN.get());
}

fn main() {
    thread::spawn(|| use_all("thread")).join().unwrap();
    println!("joined");
    let failed = thread::spawn(|| {
        use_all("failing");
        panic!("after use");
    });
    println!("failed: {}", failed.join().is_err());
    let _local = Noisy("main's local");
    use_all("main");
    println!("main ends");
}
