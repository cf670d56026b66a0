trait T {} struct D<X: ?Sized>(Box<X>);
fn m() where dyn T: Sized {} fn n<X>() where X: Copy, dyn T: T, dyn Send: Send, for<'a> dyn T: Send {} fn o() where dyn Fn(u8) -> u8: Sized, dyn T + Send: Sized {}
fn main() {}
