struct W<T>(T); trait Tr<T> { fn m<U>(&self, t: T, u: U) {} fn s(t: T) where Self: Sized {} const K: usize; } impl<T> Tr<T> for W<T> { const K: usize = 1; } impl<T> W<T> { fn n<U>(&self, t: T, u: U) {} fn o<U>(u: U) -> U { u } fn p(t: T) {} const C: usize = 1; const N: Option<T> = None; }
fn a1<'a>() { let x = 1; W(1).n::<&'a i32>(1, &x); }
fn a2<'a>() { let x = 1; W(1).m::<&'a i32>(1, &x); }
fn a3<'a>() { let x = 1; W::<i32>::o::<&'a i32>(&x); }
fn a4<'a>() { let x = 1; W::<&'a i32>::p(&x); }
fn a5<'a>() { let x = 1; W::<&'a i32>::n::<_>(&W(&x), &1, &x); }
fn a6<'a>() { let x = 1; <W<&'a i32>>::p(&x); }
fn a7<'a>() { let x = 1; <W<&'a i32> as Tr<_>>::s(&x); }
fn a8<'a>() { let x = 1; <W<&'a i32>>::s(&x); }
fn a9<'a>() { let x = 1; <W<_> as Tr<&'a i32>>::s(&x); }
fn b1<'a>() { let x = 1; <&'a i32>::clone(&&x); }
fn b2<'a>() { let x = 1; <&'a i32 as Clone>::clone(&&x); }
fn b3<'a>() { let x = 1; <&'a i32>::max(&x, &x); }
fn b4<'a>() { let x = 1; let mut v = <Option<&'a i32>>::None; v = Some(&x); let mut w = W::<&'a i32>::N; w = Some(&x); }
fn b5<'a>() { let x = 1; let v = vec![&x]; v.iter().map::<&'a i32, _>(|x| *x); }
fn b6<'a>() { let x = 1; let v: Vec<_> = vec![&x]; v.iter().copied().collect::<Vec<&'a i32>>(); }
fn b7<'a>() { let x = 1; let v = vec![&x]; v.into_iter().sum::<i32>(); let p = <[&'a i32]>::len(&[&x]); }
fn b8<'a>() { let x = 1; let p = <[&'a i32]>::len(&[&x]); }
type B<'a> = Box<&'a i32>; fn c2<'a>() { let x = 1; let p = B::<'a>::new(&x); } fn c3() { let x = 1; let p = B::<'static>::new(&x); } fn c4() { let x = 1; let p = B::new(&x); } fn c5() { let x = 1; let p = <B>::new(&x); } type C = Box<&'static i32>; fn c6() { let x = 1; let p = C::new(&x); }
fn main() {}
