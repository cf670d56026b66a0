macro_rules! shifted { ($x:expr, $t:ty) => { $x as $t << 2 } }
fn main() {
    let x = 1;
    assert!(x as u32 << 2 == 4);
    let _y = x as u32 << 2;
    println!("{}", (x as std::primitive::u8 << 1));
    let _z = 1 + x as u8 << 3;
    let _fine = (x as u32) << 2;
    let _fine = shifted!(3, u64) + (4u8 as u32 as u64 >> 1);
    let _wrong: u8 = "";
}
