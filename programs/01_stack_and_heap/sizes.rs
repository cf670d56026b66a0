//! How big values are
//! The sizes are those of the compiler: fields are put in the order that needs the least padding, and an Option of a Box
//! needs no more room than the Box, because null can stand for None. The bytes zoom of the stack pane shows it.

struct Mixed {
    small: u8,
    big: u64,
    medium: u16,
}

fn main() {
    let mixed = Mixed { small: 1, big: 2, medium: 3 };
    let some: Option<Box<i32>> = Some(Box::new(7));
    let none: Option<Box<i32>> = None;

    println!("Mixed: {} bytes", std::mem::size_of::<Mixed>());
    println!("Box<i32>: {}", std::mem::size_of::<Box<i32>>());
    println!("Option<Box<i32>>: {}", std::mem::size_of::<Option<Box<i32>>>());
    println!("Option<u32>: {}", std::mem::size_of::<Option<u32>>());
    println!("{} {} {}", mixed.small, mixed.big, mixed.medium);
    println!("{some:?} {none:?}");
}
