trait A { type X: Clone; type Y: Copy = u8; type Z: Iterator<Item = u8> where Self: Sized; type W; } fn f(x: &dyn A) {} trait B { type Q: Copy; } trait C { type Q: Copy + Clone; } fn g<T: B + C>(x: T::Q) {} fn h(x: &dyn B) {} trait D: B { type R: Clone; } fn i(x: Box<dyn D>) {}
fn main() {}
