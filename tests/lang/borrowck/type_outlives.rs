use std::fmt::Debug;
fn a<T: Debug>(t: T) -> Box<dyn Debug> {
    Box::new(t)
}
fn b<'a, T: Debug>(t: T) -> Box<dyn Debug + 'a> {
    Box::new(t)
}
fn c<'a, T: Debug + 'a>(t: T) -> Box<dyn Debug + 'a> {
    Box::new(t)
}
fn main() {}
