//! Callables and traits that hold for one lifetime, behind pointers and in other types.
#![allow(unused)]
fn n1(f: &dyn Fn(&'static u8)) { call(f) }
fn n2(f: &dyn Fn(&'static u8)) { bare(f) }
fn n3(f: Box<dyn Fn(&'static u8)>) { call(f) }
fn n4(f: fn(&'static u8)) { call(f) }
fn n5(f: &fn(&'static u8)) { call(f) }
fn n6(f: &dyn Tr<'static>) { tr(f) }
fn n7(f: Box<dyn Tr<'static>>) { trs(&*f); tr(f) }
fn n8() { tr(1u8); tr(&1u8); tr(W(1u8)); tr(W(&W(1u8))); tr((1u8, W(2u8))); }
fn n10<T: Tr<'static>>(t: T) { tr(&t) }
fn n11<'a, T>(t: T, x: &'a u8) where T: Tr<'a> { tr(W(&t)); tr((&t, 1u8)) }
fn n12(f: &(dyn Fn(&'static u8) -> u8 + Send)) { let g: &dyn for<'a> Fn(&'a u8) -> u8 = &f; let h: &dyn Fn(&u8) -> u8 = f; }
trait T2<A> { fn m(&self, a: A) {} } fn t2<T: for<'a> T2<&'a u8> + ?Sized>(t: &T) {} fn t2t<T: for<'a> T2<(&'a u8,)> + ?Sized>(t: &T) {} trait T3: T2<&'static u8> {} trait T4 { type O; } trait T5<A> { type O; } fn t5<T: for<'a> T5<&'a u8> + ?Sized>(t: &T) {}
fn a(x: &dyn T2<&'static u8>) { t2(x) }
fn b(x: &dyn T2<(&'static u8,)>) { t2t(x) }
fn c(x: &dyn T3) { t2(x) }
fn d(x: &dyn T5<&'static u8, O = u8>) { t5(x) }
fn k<F: Fn(&'static u8)>(f: &F) { call(f) } fn l<F: Fn(&'static u8)>(f: Box<F>) { call(f) }
fn need4<T: Tr<'static>>(t: T) {}
fn need5<'a, T: Tr<'a> + 'a>(t: T) {
    need4(t)
}
fn main() {}
