// `&mut mut x` binds a copy that may change; a range may follow an operator; qualified paths after `impl`.
use std::ops::RangeTo;

trait Named {
    type Is;
}

struct Thing;

impl Named for u8 {
    type Is = Thing;
}

impl PartialEq<RangeTo<i32>> for Thing {
    fn eq(&self, range: &RangeTo<i32>) -> bool {
        range.end == 3
    }
}

trait Speak {
    fn speak(&self) -> String;
}

impl Speak for <u8 as Named>::Is {
    fn speak(&self) -> String {
        String::from("a thing")
    }
}

fn add(&mut mut a: &mut i32, &mut mut b: &mut i32) -> i32 {
    a += *&b;
    b += a;
    b
}

fn main() {
    let mut value = 3;
    let &mut mut copy = &mut value;
    copy += 1;
    println!("{copy} {value}");
    for &mut mut item in [1, 2].iter_mut() {
        item *= 10;
        println!("{item}");
    }
    println!("{}", add(&mut 1, &mut 2));
    println!("{} {}", Thing == ..3, Thing == ..4);
    println!("{}", Thing.speak());
}
