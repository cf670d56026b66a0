mod inner {
    pub fn call(x: u8) -> u8 {
        x
    }
}
fn main() {
    let a = inner:call(1);
    outer: loop {
        break;
    }
    mut let b = 2;
    let c = inner::call: d;
    pub
}
