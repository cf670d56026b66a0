trait U { type H<'g> where Self: 'g; fn h(&self) -> Self::H<'_>; }
fn need<T: 'static>(_: T) {}
fn a<X: U>(x: &'static X, y: X::H<'static>) where for<'z> X::H<'z>: 'static { need(x.h()); need(y); }
fn b<'a, X: U>(x: &'a X, y: X::H<'a>) where for<'z> X::H<'z>: 'static { need(x.h()); need(y); }
fn c<'a, 'b, X: U>(x: &'a X, y: X::H<'a>) where for<'z> X::H<'z>: 'b { need(x.h()); need(y); let c = |z: X::H<'a>| -> Box<dyn Fn(X::H<'a>) + 'b> { Box::new(|q: X::H<'a>| {}) }; }
fn d<'a, X: U>(x: &'a X, y: X::H<'a>) { need(x.h()); need(y); }
fn main() {}
