fn a5<F>(f: F) where F: for<'a> Iterator<Item = &'a u8> {}
fn a6(x: Box<dyn for<'a> Iterator<Item = &'a u8>>) {}
fn a7(x: impl for<'a> Iterator<Item = &'a u8>) {} fn a8<F: for<'a> Iterator<Item = &'a u8>>(f: F) {} fn a9() -> impl for<'a> Iterator<Item = &'a u8> { [].iter() } trait X: for<'a> Iterator<Item = &'a u8> { type Y: for<'a> Iterator<Item = &'a u8>; } fn b1<F>(f: F) where for<'a> F: Iterator<Item = &'a u8> {} fn b2<F>(f: F) where for<'a> &'a F: IntoIterator<Item = &'a u8> {}
fn main() {}
