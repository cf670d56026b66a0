//! Variance, inferred outlives bounds, higher-ranked bounds, elision with `self`.
#![allow(warnings)]
use std::cell::*;
use std::fmt::*;
use std::marker::PhantomData;
// variance, inferred outlives, higher-ranked, elision
struct Ref<'a, T>(&'a T);
struct MutR<'a, T>(&'a mut T);
struct Fnn<T>(fn(T));
struct FnR<T>(fn() -> T);
struct Ph<T>(PhantomData<T>);
struct Pf<T>(PhantomData<fn(T)>);
struct Ce<T>(Cell<T>);
struct Bx<T>(Box<T>);
struct Dn<'a>(Box<dyn Debug + 'a>);
struct DnT<T>(Box<dyn Fn(T)>);
struct Tr<T: Iterator>(T::Item);
enum En<'a, 'b> {
    A(&'a i32),
    B(Cell<&'b i32>),
}
fn v1<'a: 'b, 'b>(x: Ref<'a, i32>) -> Ref<'b, i32> {
    x
}
fn v2<'a: 'b, 'b>(x: MutR<'a, i32>) -> MutR<'b, i32> {
    x
}
fn v3<'a: 'b, 'b>(x: Fnn<&'a i32>) -> Fnn<&'b i32> {
    x
}
fn v4<'a: 'b, 'b>(x: Fnn<&'b i32>) -> Fnn<&'a i32> {
    x
}
fn v5<'a: 'b, 'b>(x: FnR<&'a i32>) -> FnR<&'b i32> {
    x
}
fn v6<'a: 'b, 'b>(x: FnR<&'b i32>) -> FnR<&'a i32> {
    x
}
fn v7<'a: 'b, 'b>(x: Ph<&'a i32>) -> Ph<&'b i32> {
    x
}
fn v8<'a: 'b, 'b>(x: Pf<&'a i32>) -> Pf<&'b i32> {
    x
}
fn v9<'a: 'b, 'b>(x: Ce<&'a i32>) -> Ce<&'b i32> {
    x
}
fn v10<'a: 'b, 'b>(x: Bx<&'a i32>) -> Bx<&'b i32> {
    x
}
fn v11<'a: 'b, 'b>(x: Dn<'a>) -> Dn<'b> {
    x
}
fn v12<'a: 'b, 'b>(x: Dn<'b>) -> Dn<'a> {
    x
}
fn v13<'a: 'b, 'b>(x: DnT<&'a i32>) -> DnT<&'b i32> {
    x
}
fn v14<'a: 'b, 'b>(x: Tr<std::vec::IntoIter<&'a i32>>) -> Tr<std::vec::IntoIter<&'b i32>> {
    x
}
fn v15<'a: 'b, 'b, 'c>(x: En<'a, 'c>) -> En<'b, 'c> {
    x
}
fn v16<'a: 'b, 'b, 'c>(x: En<'c, 'a>) -> En<'c, 'b> {
    x
}
fn v17<'a: 'b, 'b>(x: &'b mut &'a i32) -> &'b mut &'b i32 {
    x
}
fn v18<'a: 'b, 'b>(x: &'b &'a i32) -> &'b &'b i32 {
    x
}
fn v19<'a: 'b, 'b>(x: *mut &'a i32) -> *mut &'b i32 {
    x
}
fn v20<'a: 'b, 'b>(x: *const &'a i32) -> *const &'b i32 {
    x
}
fn v21<'a: 'b, 'b>(x: Box<dyn Fn(&'a i32)>) -> Box<dyn Fn(&'b i32)> {
    x
}
fn v22<'a: 'b, 'b>(x: for<'c> fn(&'c i32)) -> fn(&'b i32) {
    x
}
fn v23<'b>(x: fn(&'b i32)) -> for<'c> fn(&'c i32) {
    x
}
fn v24(x: for<'a, 'b> fn(&'a i32, &'b i32)) -> for<'a> fn(&'a i32, &'a i32) {
    x
}
fn v25(x: for<'a> fn(&'a i32, &'a i32)) -> for<'a, 'b> fn(&'a i32, &'b i32) {
    x
}
fn v26(x: for<'a> fn(&'a i32) -> &'a i32) -> for<'a> fn(&'a i32) -> &'static i32 {
    x
}
fn v27(x: fn(&i32) -> &'static i32) -> fn(&i32) -> &i32 {
    x
}
fn v28<'a>(x: &'a dyn Fn(&i32) -> &i32) -> &'a dyn for<'b> Fn(&'b i32) -> &'b i32 {
    x
}
fn h1<F: for<'a> Fn(&'a str) -> &'a str>(f: F) {}
fn h2<'a, F: Fn(&'a str) -> &'a str>(f: F) {}
fn h3(f: fn(&str) -> &str) {
    h1(f);
    h2(f);
}
fn h4<'a>(f: fn(&'a str) -> &'a str) {
    h1(f);
    h2(f);
}
fn h5<'a>(s: &'a str) {
    h2(|x| s);
    h1(|x| s);
    h1(|x: &str| x);
    h2(|x: &str| x);
    h1(str::trim);
    fn id<'x>(x: &'x str) -> &'x str {
        x
    }
    h1(id);
    fn st(x: &str) -> &'static str {
        ""
    }
    h1(st);
    fn early<'x: 'x>(x: &'x str) -> &'x str {
        x
    }
    h1(early);
    h2(early);
}
trait Tt<'a> {
    type O;
    fn get(&'a self) -> Self::O;
}
impl<'a> Tt<'a> for String {
    type O = &'a str;
    fn get(&'a self) -> &'a str {
        self
    }
}
fn h6<T: for<'a> Tt<'a>>(t: T) {
    let o = t.get();
    drop(t);
    drop(o);
}
fn h7<T>(t: T)
where
    for<'a> T: Tt<'a, O = &'a str>,
{
    let o = t.get();
    drop(t);
    o.len();
}
fn h8<'x, T: Tt<'x>>(t: &'x T) -> T::O {
    t.get()
}
fn h9<'x, T: Tt<'x>>(t: T) -> T::O {
    t.get()
}
fn e1(x: &str, y: &mut Vec<&str>) -> usize {
    y.push(x);
    1
}
struct Sx<'a>(&'a str);
impl<'a> Sx<'a> {
    fn a(&self, x: &str) -> &str {
        x
    }
    fn b(&self, x: &'a str) -> &str {
        x
    }
    fn c(&mut self, x: &str) {
        self.0 = x
    }
    fn d(self: &Self, x: &str) -> &str {
        x
    }
    fn e(self: &mut Self) -> &str {
        self.0
    }
    fn f(self: Box<Self>) -> &'a str {
        self.0
    }
    fn g<'b>(&'b mut self) -> &'a mut Sx<'b> {
        self
    }
    fn h(self: std::rc::Rc<Self>, x: &str) -> &str {
        x
    }
    fn i(self: std::pin::Pin<&mut Self>, x: &str) -> &str {
        x
    }
}
fn i1<'a, 'b>(x: &'a &'b i32) -> &'a i32 {
    let f: fn(&'a &'b i32, &'b i32) -> &'a i32 = |_, y| y;
    f(x, *x)
}
struct O1<'a, 'b> {
    r: &'a Ref<'b, i32>,
}
fn i2<'a, 'b>(o: O1<'a, 'b>, x: &'b i32) -> &'a i32 {
    x
}
fn i3<'a, T>(x: Ref<'a, T>, y: &'a T) -> &'a T {
    y
}
struct O2<'a, T: 'a> {
    r: Ref<'a, T>,
}
struct O3<'a, T> {
    r: Ref<'a, T>,
}
struct O4<'a, T> {
    d: Box<dyn Debug + 'a>,
    t: &'a [T],
}
trait Ob<'a> {
    type T: 'a;
}
struct O5<'a, X: Ob<'a>> {
    r: &'a X::T,
}
struct O6<'a, X: Iterator> {
    r: &'a X::Item,
}
fn i4<'a, 'b>(x: &'a O3<'b, i32>) -> &'a i32 {
    x.r.0
}
fn w1<'a, 'b>(x: &'a i32, y: &'b i32) -> &'a i32
where
    'b: 'a,
{
    y
}
fn w2<'a, T>(x: T) -> Box<dyn Debug + 'a>
where
    T: Debug + 'a,
{
    Box::new(x)
}
fn w3<'a, T: Debug>(x: &'a T) -> Box<dyn Debug + 'a> {
    Box::new(x)
}
fn w4<T: Debug>(x: &T) -> Box<dyn Debug + '_> {
    Box::new(x)
}
fn w5<T>(x: &T) -> &'static T {
    x
}
fn w6<'a, T>(x: Box<T>) -> &'a T {
    Box::leak(x)
}
fn w7<T: 'static>(x: T) -> &'static T {
    Box::leak(Box::new(x))
}
fn w8<'a>(x: &'a dyn Debug) -> Box<dyn Debug> {
    Box::new(x)
}
fn w9(x: &dyn Debug) -> &(dyn Debug + 'static) {
    x
}
fn w10(x: &mut dyn Debug) -> &mut dyn Debug {
    x
}
fn w11<'a>(x: &'a mut (dyn Debug + 'static)) -> &'a mut (dyn Debug + 'a) {
    x
}
fn w12<'a>(x: &'a mut Box<dyn Debug + 'static>) -> &'a mut Box<dyn Debug + 'a> {
    x
}
fn w13<'a>(x: Vec<Box<dyn Debug + 'static>>) -> Vec<Box<dyn Debug + 'a>> {
    x
}
fn w14<'a>(x: &'a Cell<Box<dyn Debug + 'static>>) -> &'a Cell<Box<dyn Debug + 'a>> {
    x
}
fn main() {}
