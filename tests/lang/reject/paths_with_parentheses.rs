use std::collections::HashMap;
struct Wrapper<T>(T);
impl Wrapper<u8> {
    fn twice(self, x: u8, self) {}
    fn late(x: u8, &self, mut self: Self) -> u8 {
        x
    }
}
trait NotThis {}
impl !NotThis {}
fn main() {
    let a: Vec::(u8) = Vec::new();
    let b = Option::(u8)::None;
    let c = HashMap::(u8, u16)::new();
    <u8>::nothing!();
    let d = async { 1 } + 1;
}
