use std::fmt::Display;
use std::pin::Pin;
trait Tr {}
trait Tm {}
trait Tg<X> {}
struct S; struct M; struct B;
impl Tr for &S {}
impl Tm for &mut M {}
impl Tr for &B {}
impl Tr for &mut B {}
impl Tg<u8> for &S {}
impl<T: Tr> Tr for Vec<T> {}
fn need<T: Tr>(_: T) {}
fn needm<T: Tm>(_: T) {}
fn needg<T: Tg<u8>>(_: T) {}
fn two<T: Tr + Copy>(_: T, _: u8) {}
fn cp<T: Copy>(_: T) {}
fn it<I: Iterator>(_: I) {}
fn ii<I: IntoIterator>(_: I) {}
fn rd<R: std::io::Read>(_: R) {}
fn st<A: AsRef<str>>(_: A) {}
fn fun<F: Fn()>(_: F) {}
struct W; impl W { fn m<T: Tr>(&self, t: T) {} }
macro_rules! mk { ($e:expr) => { need($e) }; () => { need(S) } }
fn main() {
    need(S);
    need(M);
    needm(M);
    need(B);
    needg(S);
    two(S, 1);
    cp(S);
    W.m(S);
    need(vec![S]);
    let s = S; need(s);
    need(&&S);
    need(&mut S);
    mk!(S); mk!();
    need({ S });
    let v = vec![1]; it(v);
    it([1]); it("abc");
    ii(5);
    let o = Some(1); ii(o); it(o);
    rd(String::new());
    st(5);
    Pin::new(S);
    let x = [S]; for i in S {}
}
