trait T { fn s(self) where Self: Sized {} fn g<X>(&self) where Self: Sized {} fn ok(&self) {} fn st() where Self: Sized {} }
fn f(a: &dyn T, b: Box<dyn T>, c: &mut dyn T, d: &dyn Iterator<Item = i32>, e: Box<dyn Iterator<Item = i32>>, g: &mut dyn Iterator<Item = i32>, h: std::rc::Rc<dyn T>) {
 a.s();
 a.g::<u8>();
 b.s();
 c.s();
 d.map(|x| x);
 e.map(|x| x);
 g.map(|x| x);
 h.s();
 (*a).s();
 <dyn T>::s(a);
 <dyn T>::st();
 <dyn T>::foo();
 <dyn Fn()>::foo();
 a.foo();
 b.foo();
 (*a).foo();
 d.foo();
 T::foo();
 <dyn T + Send>::foo();
}
fn main() {}
