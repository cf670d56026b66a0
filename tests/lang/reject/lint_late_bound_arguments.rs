#![deny(late_bound_lifetime_arguments)]
struct S; impl S { fn m<'a>(self, _: &'a u8) {} fn e<'a, 'b: 'b>(self, _: &'a u8, _: &'b u8) {} }
fn f<'a>(_: &'a u8) {}
fn method_call() { S.m::<'static>(&1); S.e::<'static>(&1, &2); S.e::<'static, 'static>(&1, &1); }
fn main() { f::<'static>(&0); S::m::<'static>(S, &1); }
