//! Conversions between arrays and tuples, into shared text, and ranges given by references.

use std::any::Any;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Bound;
use std::rc::Rc;

fn describe(value: &dyn Any) -> String {
    match value.downcast_ref::<i32>() {
        Some(n) => format!("the number {n}"),
        None if value.is::<&str>() => String::from("text"),
        None => String::from("something"),
    }
}

fn main() {
    let (r, g, b): (u8, u8, u8) = [1, 2, 3].into();
    let back: [u8; 3] = (b, g, r).into();
    println!("{r} {g} {b} {back:?}");

    let shared: Rc<str> = Rc::from(Cow::Borrowed("shared"));
    let boxed: Box<[i32]> = Box::from(&mut [1, 2][..]);
    println!("{shared} {boxed:?}");

    let map = BTreeMap::from([("a", 1), ("b", 2), ("c", 3)]);
    let numbers = BTreeMap::from([(1, 'x'), (2, 'y'), (3, 'z')]);
    println!("{:?}", numbers.range((Bound::Excluded(&1), Bound::Included(&3))).collect::<Vec<_>>());
    println!("{:?}", map.range("b"..).count());
    println!("{} {} {}", describe(&5), describe(&"x"), describe(&1.5));
}
