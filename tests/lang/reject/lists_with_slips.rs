trait Named<'a> {}
fn binder(x: Box<for<'a> dyn Named<'a>>) {}
struct S {
    pub x: u8,
    pub fn f(&self) {}
}
struct Commas {
    a: u8, , b: u8,
}
enum F {
    G,
    pub fn g() {}
}
pub(F::G) fn restricted() {}
struct Attribute(#[allow()]);
macro_rules! nothing {
    () => {};
}
fn main() {
    let nothing!() = 2;
    let z: [u8; ];
    let w: fn -> u8;
}
