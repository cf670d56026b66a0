//! Whether a panic of std's carries a literal or a text of its own.
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::panic::{self, AssertUnwindSafe};

struct Wrong;
impl fmt::Display for Wrong {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Err(fmt::Error)
    }
}

fn show<R>(f: impl FnOnce() -> R) {
    let payload = panic::catch_unwind(AssertUnwindSafe(f)).err().unwrap();
    match payload.downcast::<&str>() {
        Ok(text) => println!("literal {text}"),
        Err(payload) => println!("text {}", payload.downcast::<String>().unwrap()),
    }
}

fn main() {
    let cell = RefCell::new(1);
    show(|| {
        let _guard = cell.borrow_mut();
        drop(cell.borrow());
    });
    show(|| {
        let _guard = cell.borrow();
        drop(cell.borrow_mut());
    });
    show(|| HashMap::from([(1, 2)])[&3]);
    show(|| BTreeMap::from([(1, 2)])[&3]);
    show(|| "abc".split_at(4).0.len());
    show(|| "äbc".split_at(1).0.len());
    show(|| 5.clamp(3, 1));
    show(|| 'x'.clamp('c', 'a'));
    show(|| "x".clamp("c", "a").len());
    show(|| Wrong.to_string());
    show(|| format!("{Wrong}"));
    show(|| None::<i32>.unwrap());
    show(|| None::<i32>.expect("expected"));
}
