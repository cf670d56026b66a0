//! Defaults and relaxed bounds where they can't stand.
fn f<T = i32>() {}
struct S<T>(T);
impl<T = i32, const N: usize = 3> S<T> { fn g<U = T>() {} }
fn j<T: ?Copy>() {} 
fn k(x: &dyn ?Sized) {}
trait A: ?Sized {}
trait B { type X: ?Copy; }
fn l(x: impl ?Copy) {}
fn m<T>() where T: ?Copy {}
fn n<T>() where Vec<T>: ?Sized {}
fn main() { }
