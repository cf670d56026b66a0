//! Arithmetic that is known to overflow, division by zero, indices out of bounds.
fn index() { let a = [1, 2]; println!("{}", a[5]); }
fn main() {
    let i = 255u8 + 1;
    let z = 1 / 0;
    let n = -i8::MIN;
    let s = 1 << 40;
    let m = 1 % 0;
    let a = 5u32;
    let b = a - 6;
    let mut c = 250u8;
    c += 10;
    let k = if b > 1 { 300 } else { 2 };
    let q = 10 / k;
    let d = 0;
    let e = 1 / d;
    let arr = [0; 3];
    let ix = 3;
    let w = arr[ix];
    let o = i32::MAX + 1;
    let p = usize::MAX * 2;
    let r = i32::MIN / -1;

    let u = (200u8, 100u8); let t = u.0 + u.1;
}
