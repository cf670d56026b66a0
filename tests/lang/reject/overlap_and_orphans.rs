//! What overlaps an impl of std is not said of an impl that the orphan rules forbid.
use std::ops::Add; struct M; impl Add<M> for i32 { type Output = M; fn add(self, o: M) -> M { o } } impl Add<i32> for i32 { type Output = i32; fn add(self, o: i32) -> i32 { 1 } } impl<T> Add<T> for M { type Output = M; fn add(self, _: T) -> M { M } } impl<T> Add<M> for Vec<T> { type Output = M; fn add(self, m: M) -> M { m } } impl<T> Add<M> for T { type Output = M; fn add(self, m: M) -> M { m } }
impl PartialEq<M> for M { fn eq(&self, o: &M) -> bool { true } } impl<T> PartialEq<T> for M { fn eq(&self, _: &T) -> bool { true } }
fn main() { }
