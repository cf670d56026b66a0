//! Denied: variables, `mut` and imports that are of no use, and names against the conventions.
#![deny(unused_variables, unused_mut, unused_imports, nonstandard_style)]
use std::collections::{BTreeMap, HashMap};
use std::fmt::{Debug, Display};
use std::rc::Rc as Counted;

trait Shown {
    fn shown(&self) -> String;
}

mod shapes {
    pub trait Area {
        fn area(&self) -> u32;
    }
    impl Area for u32 {
        fn area(&self) -> u32 {
            self * self
        }
    }
}
use shapes::Area;

struct bad_struct {
    BadField: i32,
}

enum Shape {
    round_one,
    Square,
}

const lower_const: i32 = 1;
static Mixed: i32 = 2;

impl bad_struct {
    fn BadMethod(mut self, BadArgument: i32) -> i32 {
        self.BadField + BadArgument + lower_const + Mixed
    }
}

fn print<T: Display>(value: T, unused: i32) {
    println!("{value}");
}

fn main() {
    let mut never_changed = 3;
    let mut assigned_only = 1;
    assigned_only = 2;
    let (first, second) = (1, 2);
    let _ignored = second;
    let map: HashMap<i32, i32> = HashMap::new();
    print(map.len(), never_changed);
    print(3u32.area(), 0);
    for index in 0..3 {
        print("x", 1);
    }
    match Shape::Square {
        Shape::round_one => {}
        Shape::Square => {}
    }
    if let Some(inner) = Some(1) {}
    let closure = |argument: i32| 1;
    print(closure(1), 1);
    print(bad_struct { BadField: 1 }.BadMethod(1), 2);
    #[allow(unused_variables)]
    let allowed = 1;
}
