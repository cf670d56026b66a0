//! The less common things of std's threads: poisoned one-time values, parking with a timeout, a thread's values after its end.
use std::cell::{Cell, RefCell};
use std::panic;
use std::sync::mpsc::{self, RecvTimeoutError, SendError, TryRecvError, TrySendError};
use std::sync::{Arc, Condvar, LazyLock, Mutex, Once, OnceLock, RwLock, RwLockWriteGuard};
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

static ONCE: Once = Once::new();
static LAZY: LazyLock<u32> = LazyLock::new(|| panic!("lazy"));

thread_local! {
    static NUMBER: Cell<u32> = { println!("number begins"); Cell::new(1) };
    static NAMES: RefCell<Vec<&'static str>> = RefCell::new(vec!["a"]);
    static LAST: Last = Last;
}
struct Last;
impl Drop for Last {
    fn drop(&mut self) {
        println!("names at the end: {:?}", NAMES.try_with(|names| names.borrow().len()));
    }
}

fn message(result: thread::Result<()>) -> String {
    match result {
        Ok(()) => "fine".to_string(),
        Err(payload) => match payload.downcast_ref::<&str>() {
            Some(text) => format!("literal {text}"),
            None => format!("text {}", payload.downcast_ref::<String>().unwrap()),
        },
    }
}

fn one_time_values() {
    println!("{}", message(panic::catch_unwind(|| ONCE.call_once(|| panic!("first")))));
    println!("{}", message(panic::catch_unwind(|| ONCE.call_once(|| ()))));
    ONCE.call_once_force(|state| println!("poisoned: {}", state.is_poisoned()));
    ONCE.call_once(|| println!("never"));
    println!("{} {:?}", ONCE.is_completed(), ONCE);
    println!("{}", message(panic::catch_unwind(|| println!("{}", *LAZY))));
    println!("{}", message(panic::catch_unwind(|| println!("{}", *LAZY))));
    let cell = OnceLock::new();
    println!("{}", panic::catch_unwind(panic::AssertUnwindSafe(|| drop(cell.get_or_init(|| -> u8 { panic!() })))).is_err());
    println!("{} {:?}", cell.get_or_init(|| 5), cell);
    let mut lazy = LazyLock::new(|| vec![1]);
    println!("{:?} {:?}", lazy, LazyLock::get(&lazy));
    LazyLock::force_mut(&mut lazy).push(2);
    println!("{lazy:?}");
}

fn own_values() {
    NUMBER.set(7);
    println!("{} {} {}", NUMBER.get(), NUMBER.replace(8), NUMBER.take());
    println!("{:?} {:?}", NAMES.replace(vec!["b", "c"]), NAMES.take());
    NAMES.set(vec!["d"]);
    println!("{:?}", NAMES.with_borrow(|names| names.clone()));
    thread::spawn(|| {
        LAST.with(|_| ());
        println!("{}", NAMES.with_borrow(Vec::len));
    })
    .join()
    .unwrap();
}

fn waiting() {
    let start = Instant::now();
    thread::park_timeout(Duration::from_millis(20));
    println!("{}", start.elapsed() >= Duration::from_millis(20));
    thread::current().unpark();
    thread::park_timeout(Duration::from_secs(1000));
    let pair = Arc::new((Mutex::new(0), Condvar::new()));
    let (lock, changed) = &*pair;
    let (guard, result) = changed.wait_timeout(lock.lock().unwrap(), Duration::from_millis(5)).unwrap();
    println!("{} {}", *guard, result.timed_out());
    let theirs = pair.clone();
    let handle = thread::spawn(move || {
        *theirs.0.lock().unwrap() = 3;
        theirs.1.notify_one();
    });
    // Nobody is told in place of the one whose time was up.
    println!("{}", *changed.wait(guard).unwrap());
    handle.join().unwrap();
    let limit = Duration::from_millis(5);
    let (guard, result) = changed.wait_timeout_while(lock.lock().unwrap(), limit, |n| *n == 3).unwrap();
    println!("{} {}", *guard, result.timed_out());
    thread::scope(|scope| {
        let handle = thread::Builder::new().name("named".to_string()).spawn_scoped(scope, || {
            thread::current().name().map(str::to_string)
        });
        println!("{:?}", handle.unwrap().join().unwrap());
    });
}

fn locks_and_channels() {
    let lock = RwLock::new(1);
    let guard = lock.write().unwrap();
    println!("{:?} {:?}", lock, lock.try_read().map(|_| ()).map_err(|error| error.to_string()));
    let guard = RwLockWriteGuard::downgrade(guard);
    println!("{guard:?} {} {}", lock.try_read().is_ok(), lock.try_write().is_err());
    let mutex = Mutex::new(2);
    let _held = mutex.lock().unwrap();
    println!("{:?} {:?}", mutex, mutex.try_lock());
    let (sender, receiver) = mpsc::sync_channel(1);
    sender.send(1).unwrap();
    println!("{:?} {}", sender.try_send(2), TrySendError::Disconnected(3));
    drop(receiver);
    println!("{:?} {:?} {:?}", sender.try_send(2), sender.send(3), sender);
    println!("{} {} {}", SendError(1), TryRecvError::from(mpsc::RecvError), RecvTimeoutError::Timeout);
}

fn clocks() {
    let start = Instant::now();
    let later = start + Duration::from_secs(2);
    println!("{:?} {:?}", later - start, start.duration_since(later));
    println!("{:?} {}", later.checked_duration_since(start), start < later);
    let now = SystemTime::now();
    let error = now.duration_since(now + Duration::from_secs(1)).unwrap_err();
    println!("{error} {:?} {}", error.duration(), now > UNIX_EPOCH);
}

fn main() {
    one_time_values();
    own_values();
    waiting();
    locks_and_channels();
    clocks();
}
