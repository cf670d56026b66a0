//! Traits that types of std have: among them those that few programs ask for.
use std::collections::VecDeque;
use std::fmt::Write as _;
use std::io::{BufRead, Seek, SeekFrom};
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::pin::Pin;

fn unpin<T: Unpin + ?Sized>() {}
fn safe<T: UnwindSafe>() {}
fn ref_safe<T: RefUnwindSafe>() {}

fn main() {
    unpin::<&mut dyn std::fmt::Write>();
    unpin::<std::fmt::Formatter<'_>>();
    safe::<std::vec::Drain<'_, i32>>();
    safe::<std::sync::mpsc::Sender<std::cell::Cell<u8>>>();
    ref_safe::<std::rc::Rc<str>>();
    ref_safe::<std::sync::Weak<i32>>();

    let repeated = std::iter::repeat("x").take(3);
    println!("{} {:?} {:?}", repeated.len(), repeated.clone().rev().collect::<String>(), repeated.size_hint());
    println!("{}", std::iter::repeat_with(|| 1).take(4).len());
    let pinned: Pin<Box<i32>> = Default::default();
    let null: *const u8 = Default::default();
    println!("{pinned} {}", null.is_null());
    let mut queue: VecDeque<u8> = b"one\ntwo".iter().copied().collect();
    let mut line = String::new();
    queue.read_line(&mut line).unwrap();
    println!("{line:?} {}", queue.len());
    println!("{}", std::io::empty().seek(SeekFrom::Start(9)).unwrap());
    let text: std::ffi::CString = "text".parse().unwrap();
    println!("{text:?} {:?}", String::try_from(text.clone()));
    println!("{:?}", bool::try_from(1u8));
    let path = std::path::PathBuf::from("a/b");
    println!("{} {}", path == *"a/b", std::borrow::Cow::Borrowed(path.as_os_str()) == path);
    let mut out = String::new();
    write!(out, "{}", 1).unwrap();
    println!("{out}");
}
