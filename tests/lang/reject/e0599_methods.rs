//! Methods that are not there, or whose bounds the receiver does not meet (E0599).
#[derive(Clone)] struct W<T>(T);
struct N;
trait Tr { fn tr(&self) {} }
impl<T> Tr for Vec<T> where T: Copy { fn tr(&self) {} }
impl<T: Clone> W<T> { fn need(&self) {} fn stat() {} fn len2(&self) {} }
struct Q { w: W<i32>, v: Vec<i32> }
fn gen<T: IntoIterator<Item = i32>>(t: T) { t.map(|x| x); }
fn main() {
    vec![1].map(|x| x);
    [1, 2].map2(|x| x);
    [1, 2].fold(0, |a, b| a);
    (0..3).sort();
    let s = String::new(); s.map(|x| x); s.iter();
    W(N).need();
    W(N).clone();
    vec![N].tr();
    [1].count();
    let q = Q { w: W(1), v: vec![] };
    q.need();
    q.len();
    q.push(1);
    W(1).stat();
    W(1).len3();
    W(1).len2(1);
    Some(q).need();
    let o = Some(W(1)); o.need();
    let mut it = vec![1].into_iter(); it.next().map(|x| x).foo();
    let r: Result<i32, N> = Ok(1); r.unwrap(); r.foo(); r.len();
    let c = |x: i32| x; c.foo(); c.clone().foo();
    let x: *const N = &N; x.foo();
    let f: &mut N = &mut N; f.foo(); f.clone();
}
mod sim { struct S; trait Foo { fn bar_baz(&self) {} fn quux(&self) {} } impl Foo for S {}
pub fn main() {
    let v = vec![1]; v.iter().nxt(); v.iter().colect::<Vec<i32>>(); v.itr(); v.size(); v.count(); v.length(); "a".to_sting(); 1i32.to_strng(); S.bar_bazz(); S.baz(); S.quu(); S.bar();
    let o = Some(1); o.unwrp(); o.is_sme(); o.cloned2(); o.clne(); 
    let s = String::new(); s.pushstr("a"); s.to_upper(); s.substring(); s.size();
}
fn g<T: Foo>(t: T) { t.bar_bazz(); t.bar(); }
fn h(t: &dyn Foo) { t.bar_bazz(); t.bar(); }
}
