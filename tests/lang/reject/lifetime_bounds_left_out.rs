trait T { fn f<'a, 'b: 'a, X: 'a>(x: &'a u8, y: &'b u8, z: X) where X: 'b; fn g<'a>(x: &'a u8) where u8: 'a; fn h<'a: 'a>(x: &'a u8); fn i<'a, 'b>() where 'a: 'b, u8: Copy; type Q<'a> where Self: 'a; }
struct S;
impl T for S {
    fn f<'a, 'b, X: 'a>(x: &'a u8, y: &'b u8, z: X) {}
    fn g<'a>(x: &'a u8) {}
    fn h<'a>(x: &'a u8) {}
    fn i<'a>() where u8: Copy, Self: Clone {}
    type Q = u8;
}
struct R;
impl T for R {
    fn f<'a: 'a, 'b: 'b, X>(x: &'a u8, y: &'b u8, z: X) where X: 'a, X: Copy {}
    fn g<'a: 'a>(x: &'a u8) {}
    fn h<'a, 'b: 'a>(x: &'a u8) {}
    fn i() where u8: 'static {}
    type Q<'a, 'b: 'a> = u8 where Self: 'b;
}
fn main() {}
