//! Arithmetic that would overflow where that is allowed, unknown or never reached.
#[allow(arithmetic_overflow, unconditional_panic)]
fn overflows(run: bool) {
    if run {
        let a = [1, 2];
        println!("{} {}", a[5], 255u8 + 1);
    }
}

fn grow(start: u8) -> u8 {
    let mut x = start;
    for _ in 0..3 {
        x += 50;
    }
    x
}

fn main() {
    overflows(false);
    let mut last = 0;
    let array = [1, 2, 3];
    while last < 3 {
        println!("{}", array[last]);
        last += 1;
    }
    let mut small = 250u8;
    let slot = &mut small;
    *slot = 1;
    small += 10;
    let limit = 0;
    if limit != 0 {
        println!("{}", 10 / limit);
    }
    println!("{} {small}", grow(5));
    #[allow(arithmetic_overflow)]
    let shifted = if last > 5 { 1i32 << 40 } else { 1 };
    println!("{shifted}");
}
