//! Niches: how an Option can cost nothing
//! A Box is never null and a bool is only ever 0 or 1. The patterns that are left over can stand for `None`, so that no tag is
//! needed. Press `v` twice for the bytes, and compare with an Option of a number, which has no pattern to spare.

enum Shape {
    Dot,
    Line(u8),
    Rect { width: u32, height: u16 },
}

struct Mixed {
    small: u8,
    large: u32,
    middle: u16,
}

fn main() {
    let boxed: Option<Box<i32>> = Some(Box::new(5));
    let no_box: Option<Box<i32>> = None;
    let flag: Option<bool> = None;
    let number: Option<u32> = Some(7);
    let rect = Shape::Rect { width: 258, height: 7 };
    let dot = Shape::Dot;
    let line = Shape::Line(9);
    let mixed = Mixed { small: 1, large: 2, middle: 3 };
    println!("{} {} {}", size_of_val(&boxed), size_of_val(&flag), size_of_val(&number));
    println!("{boxed:?} {no_box:?} {flag:?} {number:?}");
    for shape in [rect, dot, line] {
        match shape {
            Shape::Dot => println!("dot"),
            Shape::Line(length) => println!("line {length}"),
            Shape::Rect { width, height } => println!("rect {width} {height}"),
        }
    }
    println!("{} in {} bytes", mixed.small as u32 + mixed.large + mixed.middle as u32, size_of::<Mixed>());
}
