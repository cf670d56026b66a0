// Constants that fail and operations that always panic are told beside errors elsewhere, unless what they need is wrong itself.
const A: u32 = None::<u32>.unwrap();
static B: i32 = [1, 2][5];
const C: u32 = 2u32.pow(40);
const D: u8 = helper();
const E: u32 = "x";
const F: u32 = E - 1;
const G: u32 = wrong() - 1;
const H: u8 = u8::MAX.strict_add(1);

const fn helper() -> u8 {
    panic!("in the helper")
}
const fn wrong() -> u32 {
    undefined
}
fn always() {
    let a = [1, 2];
    a[5];
    let zero = 0;
    1 / zero;
}
fn not_told() {
    let a = [1, 2];
    a[5];
    let x: i32 = "";
}
fn main() {
    let s = String::new();
    drop(s);
    drop(s);
}
