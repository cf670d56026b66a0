//! The lint `overflowing_literals`, and attributes (inner ones of a block too) that turn it down.
fn main() {
    let a: i8 = 0xFF;
    let b: u8 = 300;
    let c = 1e40_f32;
    let d = -129i8;
    {
        #![allow(overflowing_literals)]
        let e: u8 = 0x1FF;
    }
    #[allow(overflowing_literals)]
    let f: i8 = 200;
}
