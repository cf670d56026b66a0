mod m { pub struct P { x: i32, pub y: i32, z: u8 } }
fn main() {
    m::P { x: 1 };
    m::P { y: 1, x: 2 };
    m::P { q: 1 };
    m::P {};
    let v = vec![1];
    v[-1];
    let a = [1];
    a[-1];
    a[-1i32];
    let s = &a[..];
    s[-1];
    v[-(1)];
}
