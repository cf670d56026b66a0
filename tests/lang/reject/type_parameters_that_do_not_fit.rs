fn t1(x: i32) {} fn t2<U>(a: U, b: U) {} fn t3(x: i32, y: u8) {} fn t4(v: Vec<i32>) {}
fn f<T, V>(t: T, v: V, w: Vec<T>) { t1(t); t2(t, v); t3(t, v); t4(w); t1(&t); S(t); S2::<V>(t); S2::<V> { 0: t }; w.push(v); Some(t) == Some(v); }
struct S(i32); struct S2<T>(T);
impl<T> S2<T> { fn m(&self, x: T) {} fn n<U>(&self, u: U) -> T { u } fn o<U>(&self, u: U) { self.m(u); self.m(1); } fn p(self) -> i32 { self.0 } }
trait Tr { fn g(&self, s: Self) where Self: Sized; fn h(&self) where Self: Sized { self.g(1); } }
fn k<T: Tr>(t: &T, u: T) { t.g(1); t1(u); let x: i32 = u; let y: T = 1; if u == 1 {} match u { 1 => {} _ => {} } [u, 1]; vec![1, u]; }
fn main() {}
