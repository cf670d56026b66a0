//! What is unsafe without saying so doesn't hide what the borrow checker finds; to write to a union's field is safe.

union Bits {
    int: u32,
    float: f32,
    pair: (u8, u16),
}

unsafe fn zero() -> u32 {
    0
}

fn moved(text: String) {
    zero();
    drop(text);
    drop(text);
}

fn fields(mut bits: Bits) {
    bits.int = 1;
    bits.pair.0 = 2;
    println!("{}", bits.float);
    let other = bits;
    let again = bits;
}

fn not_initialized() {
    let bits: Bits;
    let x = 1;
    x = 2;
    println!("{}", bits.int);
}

fn main() {
    let closure = || zero();
    closure();
}
