//! Blocks as operands of conditions, where they don't begin the body; open ranges, where they do.

fn main() {
    let x = 3;
    if x == { 3 } && !{ false } {
        println!("equal");
    }
    while x < { 2 } {}
    match x + { 1 } {
        4 => println!("four"),
        _ => {}
    }
    if -{ 3 } < x || { false } {
        println!("less");
    }
    for i in 0.. {
        if i > 2 {
            break;
        }
        print!("{i} ");
    }
    println!("{}", std::u8::MAX as i32 + std::i8::MIN as i32);
}
