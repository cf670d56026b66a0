use std::collections::HashMap;
fn a01() { let x = "1".parse().unwrap(); }
fn a02() { let y = Default::default(); }
fn a03() { let z = [1].iter().sum(); }
fn a04() { let w = [1].iter().collect(); }
fn a05() { let v = vec![]; }
fn a06() { let u = None; }
fn a07() { let t = Vec::new(); }
fn a08() { let s = 1.into(); }
fn a09() { let r = (1, Default::default()); }
fn a10() { let q = |x| x; }
fn a11() { let p = |x| x.foo(); }
fn a12() { let o = std::mem::size_of(); }
fn a13() { let n = Into::into(1); }
fn a14() { let m: u32 = [1u32].iter().sum() + 1; }
fn a15() { let l = "a".into() == "b"; }
fn a16() { let k = String::from("a").as_ref(); }
fn a17() { let j = iter(); }
fn a19() { println!("{}", "1".parse().unwrap()); }
fn a20() { "1".parse().unwrap().foo(); }
fn a21() { "1".parse(); }
fn a22() { None; }
fn a23() { Ok(1); }
fn a24() { let h = Err::<i32, _>(loop {}); }
fn a25() { let g = Box::new(Default::default()); }
fn a26() { let f = &[]; }
fn a27() { let e: [_; 0] = []; }
fn a28() { for x in Vec::new() {} }
fn a29() { match None { Some(x) => {} None => {} } }
fn a30() { if let Some(_) = None {} }
fn a31() { [].len(); }
fn a32() { (|| Ok(()))(); }
fn a34() { let x: HashMap<_, i32> = HashMap::new(); }
fn a35() { let x = (0..3).map(|x| x.into()); }
fn a36() { foo(); let _ = foo(); }
fn a37() { let x = G::new(); G::<_>::new(); G::<u8>::other(); }
fn a38() { let x = G { x: None }; }
fn a39() { G { x: None::<_> }; }
fn a40() { let x = E::B; E::B; }
fn a42() { let c = || Default::default(); }
fn a43() { let c = || { Default::default() }; }
fn a44() { id(None); id(id(None)); }
fn a45() { let x = &mut Vec::new(); }
fn a46() { let (a, b) = (None, Vec::new()); }
fn a47() { let x; x = None; }
fn a48() { let x; }
fn a49() { let x = std::iter::empty(); }
fn a50() { let x = "a".chars().rev().collect(); }
fn a51() { let x = "a b".split(' ').map(|x| x.parse().unwrap()).collect::<Vec<_>>(); }
fn a52() { let x = [1, 2].iter().map(|x| x * 2).product(); }
fn a53() { let x = tr(); }
fn a54() { T1::st(); let y: u8 = T1::st2(); }
fn a55() { let x = T1::C; }
fn a56() { let f = foo2; }
fn a57() { let f = id; }
fn a58() { let x = std::rc::Rc::new(std::cell::RefCell::new(None)); }
fn a59() { let x = panic!(); let y = loop {}; }
fn a60() { let mut x = None; if let Some(y) = x {} }
fn a61() { let x = u8::try_from(1).map_err(|e| e.into()); }
fn a62() { let x = "x".to_owned().into().len(); }
fn a64() { let x = arr(); }
fn a65() { let x = [Default::default(); 3]; }
fn a67() { let x = Wrap(None); }
fn a69() { take(Default::default()); }
fn a70() { take2(|x| x); }
fn a71() { let x = |_| {}; }
fn a72() { return_it(|| panic!()); }
fn a73() { let x = 1u8 + "1".parse().unwrap(); }
fn a74() { let x = 1u8 == "1".parse().unwrap(); }
fn a75() { if "1".parse().unwrap() == 1 {} }
fn a76() { let x = !Default::default(); }
fn a77() { let x = *Default::default(); }
fn a78() { let x = Default::default()[0]; }
fn a79() { let x = Default::default()(); }
fn a80() { let x = Default::default().x; }
fn a81() { let x: Box<dyn Fn(_)> = Box::new(|x| ()); }
fn a82() { let x = <_ as T1>::st(); }
fn a83() { let x = <_>::default(); }
fn a84() { let x = <Vec<_>>::new(); }
fn a85() { let x = Al::new(); }
fn a86() { let it = [1, 2].into_iter().flat_map(|x| vec![]); }
fn a87() { let x = [1].iter().fold(Default::default(), |a, b| a); }
fn a88() { let x = Some(1).ok_or_else(|| panic!()); }
fn a89() { let x = Some(1).and_then(|x| None); }
fn a90() { let x = Some(1).map(|x| x).unwrap_or_default(); let z = Ok(1).unwrap(); }
struct Wrap<T>(T); type Al<T> = G<T>;
struct G<T> { x: Option<T> } impl<T> G<T> { fn new() -> Self { G { x: None } } fn other<U>() {} }
enum E<T, U> { A(T), B, C(U) }
fn id<T>(x: T) -> T { x }
fn arr<const N: usize, T>() -> [T; N] { loop {} }
fn take<T: Default>(x: T) {} fn take2<A, B>(f: impl Fn(A) -> B) {} fn return_it<A>(f: impl Fn() -> A) {}
trait T1 { fn st() {} fn st2() -> u8 { 1 } const C: i32 = 1; }
fn tr<T: T1>() -> u8 { 1 }
fn foo2<T>() {}
fn foo<const N: usize>() -> [u8; N] { loop {} }
fn iter<T: Iterator>() -> T { loop {} }
fn main() {}
mod order {
    trait Tr<X> { fn m(&self) {} fn n(&self, x: X) {} fn o(&self) -> X { loop {} } }
    struct S; impl Tr<u8> for S {} impl Tr<u16> for S {}
    struct P; impl<T: Copy> Tr<T> for P {}
    struct W<T>(T); impl<T> W<T> { fn n(&self) {} }
    fn it<T: Clone>() -> T { loop {} }
    fn mk<T>() -> T { loop {} }
    fn mk2<T>() -> Option<T> { loop {} }
    fn id<T>(x: T) -> T { x }
    fn a() { S.m(); S.m(); }
    fn c() { P.m(); S.m(); }
    fn d() { P.m(); P.m(); }
    fn e() { let x = None; S.m(); }
    fn f() { let x = S.o(); S.m(); }
    fn g() { let x: u32 = 1u32 + "1".parse().unwrap(); S.m(); }
    fn j() { let x: i32 = "a"; S.m(); }
    fn k<T: Tr<u8> + Tr<u16>>(x: T) { x.m(); x.m(); }
    fn l() { S.m(); S.n(it()); }
    fn m() { S.m(); S.n(Default::default()); }
    fn n() { let x = mk(); it(); }
    fn o() { let x = (mk(),); it(); }
    fn p() { W(mk()).n(); it(); }
    fn q() { &W(mk()); it(); }
    fn r() { let x = (id(id(mk())),); }
    fn s() { let x = &id(mk2()); }
}
