fn f(x: Option<u8>) {
    match x {
        Option<u8>::Some(y) => {}
        _ => {}
    }
    let Some<u8>(z) = x;
}
fn g() {
    async struct;
}
struct T {
    list: Vec<u8
}
fn main() {}
