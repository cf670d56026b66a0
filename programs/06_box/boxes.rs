//! Box
//! A Box owns one allocation. Moving the Box moves the pointer alone; `*b` is the value inside, which can be moved out; the
//! allocation is freed when the Box goes.

fn main() {
    let mut b = Box::new(5);
    *b += 1;
    println!("{b}");

    let text = Box::new(String::from("inside"));
    let moved = text;
    println!("{}", moved.len());
    let inner = *moved;
    println!("{inner}");
}
