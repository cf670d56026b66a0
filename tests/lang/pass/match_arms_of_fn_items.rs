//! Arms that are different functions or closures become function pointers; an array of them, and an `if`, too.
fn add(x: i32) -> i32 {
    x + 1
}
fn double(x: i32) -> i32 {
    x * 2
}
fn main() {
    for choice in 0..3 {
        let chosen = match choice {
            0 => add,
            1 => double,
            _ => |x| x - 1,
        };
        println!("{}", chosen(10));
    }
    let either = if add(1) == 2 { add } else { double };
    println!("{} {:?}", either(5), [add, double].map(|f| f(3)));
}
