struct F<T: ?Sized + Box = Vec<Self>> { x: Self2 } struct G<T = Box<Self>> { t: T }
fn f(x: Box, y: Vec<u8>::New, z: foo::Bar, w: Option<Foo>) {} impl Nope for i32 {} impl Vec for i32 {} impl Clone for Nope2 {} fn g<T: i32 + Nope3>() {} fn h(x: impl Foo3, y: &dyn Foo4, z: Box<dyn String>) {} trait U: Foo5 {}

fn main() {}
