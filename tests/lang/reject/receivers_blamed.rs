struct W<T>(T);
impl<T> W<T> {
    fn a(&self) where T: Ord {}
    fn b(&self, t: T) where T: Ord {}
    fn c(&self, t: Option<T>) where Vec<T>: Ord {}
    fn d<U>(&self, u: U) where T: Into<U> {}
    fn e<U: Into<T>>(&self, u: U) {}
    fn f(t: T) where T: Ord {}
    fn g() where T: Ord {}
    fn h(&self) where Self: Clone {}
    fn i(self) where Option<T>: Copy {}
}
trait Q { fn q(&self) where Self: Clone {} fn r<T: Ord>(&self, t: T) where Self: Sized {} fn s(&self) where Self: Ord; }
impl<T> Q for W<T> { fn s(&self) where Self: Ord {} }
trait R<T> { fn rr(&self, t: T) where T: Ord {} fn rs(&self) where T: Ord {} }
impl<T> R<T> for W<T> {}
fn main() {
    let w = W(1.0);
    w.a();
    w.b(1.0);
    w.c(None);
    w.d("a");
    w.e("a");
    W::f(1.0);
    W::<f64>::g();
    w.h();
    w.q();
    w.r(1.0);
    w.s();
    w.rr(1.5);
    w.rs();
    W(W(1.0)).a();
    W((1, 2.0)).a();
    [1.0].sort();
    vec![1.0].sort();
    let mut v = vec![1.0]; v.sort(); v.binary_search(&1.0); v.dedup(); v.iter().max(); v.iter().min(); v.contains(&"a"); v.concat(); v.join(","); v.iter().sum::<String>();
    w.i();
}
