use std::fmt::Debug;

struct W<'a, T>(&'a T);
trait Tr<'a> {
    type X;
}

fn a(x: impl Iterator<Item = &u32>) {}
fn b(x: impl Iterator<Item = W<u32>>) {}
fn c(x: impl Tr<'_>) {}
fn d(x: impl Tr) {}
fn e(x: impl Tr<'_, X = &'_ u32>, y: &u32) {}
fn f(x: impl Debug + '_) {}
fn g(x: impl Fn(&u32) -> &u32) {}
fn i(x: impl Iterator<Item = Box<dyn Fn(&u32)>>) {}
fn k(x: &dyn Iterator<Item = &u32>) {}
async fn m(x: impl Iterator<Item = &u32>) {}
impl W<'_, u32> {
    fn p(&self, x: impl Iterator<Item = &u32>) -> &u32 {
        self.0
    }
}
trait Z {
    fn r(x: impl Into<&u32>);
}
fn t(x: impl Iterator<Item = &u32>) -> &u32 {
    todo!()
}
fn u(x: impl Iterator<Item = impl Into<&u32>>) {}

fn main() {}
