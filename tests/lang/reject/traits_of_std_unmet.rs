use std::io::{Read, Write, BufRead, Seek};
fn a<T: std::io::Read>(_: T) {} fn b<T: std::io::Write>(_: T) {} fn c<T: BufRead>(_: T) {} fn d<T: Seek>(_: T) {}
fn e<T: std::fmt::Write>(_: T) {} fn f<T: std::fmt::Debug>(_: T) {} fn g<T: std::fmt::Display>(_: T) {}
fn h<T: std::hash::Hash>(_: T) {} fn i<T: std::hash::Hasher>(_: T) {} fn j<T: std::error::Error>(_: T) {}
fn k<T: std::ops::Deref>(_: T) {} fn l<T: std::borrow::Borrow<u8>>(_: T) {} fn m<T: std::any::Any>(_: T) {}
fn n<T: std::str::FromStr>(_: T) {} fn o<T: std::ops::Index<usize>>(_: T) {} fn p<T: std::ops::Fn(u8)>(_: T) {}
fn q<T: Iterator>(_: T) {} fn r<T: ExactSizeIterator>(_: T) {} fn s<T: std::future::Future>(_: T) {}
fn t<T: std::ops::RangeBounds<u8>>(_: T) {}  fn v<T: std::process::Termination>(_: T) {}
fn w<T: std::fmt::LowerHex>(_: T) {} fn x<T: std::fmt::Pointer>(_: T) {} fn y<T: std::iter::Sum>(_: T) {} fn z<T: std::ops::Neg>(_: T) {}
struct Q;
fn main() {
  a(Q); b(Q); c(Q); d(Q); e(Q); f(Q); g(Q); h(Q); i(Q); j(Q); k(Q); l(Q); m(Q); n(Q); o(Q); p(Q); q(Q); r(Q); s(Q); t(Q); v(Q); w(Q); x(Q); y(Q); z(Q);
}
