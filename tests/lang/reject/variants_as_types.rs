//! `Enum::Name` where a type must stand.

enum E { V, Wow }
type Other = E;
trait Tr { type V; fn f() -> Self::V; }
impl Tr for E { type V = u8; fn f() -> Self::V { 0 } }
impl E {
    fn variant() -> Self::V { Self::V }
    fn missing(x: Self::Q, y: Self::Wou, z: <E>::Abc, w: Other::V) {}
}

fn main() {
    let x: Other::Zzz;
    let y: <Option<u8>>::Foo;
    let z: <Option<u8>>::Some;
}
