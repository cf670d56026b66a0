//! Structs that end in a slice or trait object, made by coercing a reference or Box of a sized one.

use std::fmt::Debug;
use std::rc::Rc;

struct Tailed<T: ?Sized> {
    head: i32,
    tail: T,
}

struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

trait Speak {
    fn speak(&self) -> String;
}

impl Speak for Loud {
    fn speak(&self) -> String {
        self.0.to_uppercase()
    }
}

fn total(tailed: &Tailed<[i32]>) -> i32 {
    tailed.head + tailed.tail.iter().sum::<i32>()
}

fn main() {
    println!("{}", total(&Tailed { head: 10, tail: [1, 2, 3] }));
    let boxed: Box<Tailed<dyn Speak>> = Box::new(Tailed { head: 5, tail: Loud("boxed") });
    println!("{} {}", boxed.head, boxed.tail.speak());
    drop(boxed);
    let shared: Rc<Tailed<dyn Speak>> = Rc::new(Tailed { head: 2, tail: Loud("shared") });
    println!("{} {}", shared.head, shared.tail.speak());
    let shown: &Tailed<dyn Debug> = &Tailed { head: 1, tail: "q" };
    println!("{} {:?}", shown.head, &shown.tail);
    let changed: &mut Tailed<[i32]> = &mut Tailed { head: 0, tail: [1, 2] };
    changed.tail[1] = 7;
    println!("{} {:?}", changed.head, &changed.tail);
}
