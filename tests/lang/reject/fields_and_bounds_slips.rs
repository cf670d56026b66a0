struct S {
    a: u8>,
    b: u8,
}
enum E {
    V { x: i32 -> u8 }
}
fn bare(x: &dyn, y: &impl) {}
fn f<T: Copy>(x: Box<dyn unsafe Send>) {}
fn main() {}
