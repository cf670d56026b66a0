//! What slicing, indexing and their kin say when they panic.
use std::panic::catch_unwind as caught;

fn main() {
    std::panic::set_hook(Box::new(|info| println!("{}", info.payload_as_str().unwrap_or("?"))));
    let v = vec![1, 2, 3];
    let s = String::from("aé");
    let (two, three, five, nine, max) = (2, 3, 5, 9, usize::MAX);
    let _ = caught(|| v[..=three].len());
    let _ = caught(|| v[2..=nine].len());
    let _ = caught(|| v[five..=1].len());
    let _ = caught(|| v[three..=1].len());
    let _ = caught(|| v[..=max].len());
    let _ = caught(|| v[five..].len());
    let _ = caught(|| v[three..two].len());
    let _ = caught(|| v.clone().drain(..=three).count());
    let _ = caught(|| v.clone().drain(five..).count());
    let _ = caught(|| s[..=three].len());
    let _ = caught(|| s[five..=nine].len());
    let _ = caught(|| s[..two].len());
    let _ = caught(|| s[two..=two].len());
    let _ = caught(|| v.clone().clone_from_slice(&[1]));
    let _ = caught(|| vec![s.clone()].clone_from_slice(&[]));
    let _ = caught(|| 'ß'.encode_utf8(&mut [0; 1]).len());
    let _ = caught(|| 200u8.next_power_of_two());
    let cell = std::cell::RefCell::new(1);
    let guard = cell.borrow_mut();
    let _ = caught(std::panic::AssertUnwindSafe(|| drop(cell.borrow_mut())));
    println!("{} / {}", cell.try_borrow().unwrap_err(), cell.try_borrow_mut().unwrap_err());
    drop(guard);
    let mut range = 0..=1;
    range.by_ref().for_each(drop);
    println!("{range:?} {} {:?}", range.contains(&1), [1, 2, 3].get(range.clone()));
    println!("{:?} {:?} {:?}", v.get(..=three), s.get(..=max), v.get(three..));
}
