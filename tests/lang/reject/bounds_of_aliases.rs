// Bounds of a `type` mean something in traits alone.
trait T {
    type A: Copy + Clone;
    type B<'a>: 'a
    where
        Self: 'a;
}
impl T for u8 {
    type A: Copy + Clone = u8;
    type B<'a>: 'a
        = u8
    where
        Self: 'a;
}
type P: Copy + 'static = u8;
type Output<T>: Ord
where
    T: std::fmt::Debug;
fn main() {
    type Q: Clone = u8;
}
