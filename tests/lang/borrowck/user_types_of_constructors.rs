struct W<T>(T); struct F<T> { f: T } enum E<T> { A(T), B { f: T }, C } struct Q<T>(std::marker::PhantomData<T>); struct Z<T>; 
fn a1<'a>() { let x = 1; match E::A(&x) { E::<&'a i32>::A(_) => {} _ => {} } }
fn a2<'a>() { let x = 1; if let E::B::<&'a i32> { .. } = (E::B { f: &x }) {} }
fn a3<'a>() { let x = 1; if let E::<&'a i32>::B { .. } = (E::B { f: &x }) {} }
fn a4<'a>() { let x = 1; if let E::C::<&'a i32> = (E::B { f: &x }) {} }
fn a5<'a>() { let x = 1; let W::<&'a i32>(_) = W(&x); }
fn a6<'a>() { let x = 1; let W::<&'a i32>(y) = W(&x); }
fn a7<'a>() { let x = 1; let (W::<&'a i32>(y), _) = (W(&x), 1); }
fn a8<'a>() { let x = 1; let c = |W::<&'a i32>(y): W<_>| {}; c(W(&x)); }
fn a9<'a>() { let x = 1; for W::<&'a i32>(y) in [W(&x)] {} }
fn b1<'a>() { let x = 1; let y = &x; match W(y) { W::<&'a i32>(_) => {} } }
fn b2<'a>() { let x = 1; let z = W(&x); match z { W::<&'a i32>(y) => {} } }
fn b3<'a>() { let x = 1; let z = W(&x); match &z { W::<&'a i32>(y) => {} } }
fn b4<'a>() { let x = 1; let z = W(&x); match &z { &W::<&'a i32>(ref y) => {} } }
fn b5<'a>() { let x = 1; let z = E::A(&x); if let E::C::<&'static i32> = z {} }
fn b6(W::<&'static i32>(y): W<&i32>) {}
fn b7(z: W<&i32>) { let W::<&'static i32>(y) = z; }
fn b8<'a>(z: &mut W<&'a i32>) { let W::<&'a i32>(y) = z; let x = 1; let W::<&i32>(q) = W(&x); let v = vec![W(&x)]; let [W::<&'a i32>(_), ..] = v[..] else { return }; }
fn c1<'a>() { let x = 1; let k = E::B::<&'a i32> { f: &x }; } fn c2<'a>() { let x = 1; let k = E::<&'a i32>::B { f: &x }; } fn c3<'a>() { let x = 1; let k = E::<&'a i32>::A(&x); } fn c4<'a>() { let x = 1; let k = F::<&'a i32> { ..F { f: &x } }; } fn c5<'a>() { let x = 1; let k = Some::<&'a i32>(&x); let l = Option::<&'a i32>::Some(&x); let m = Option::Some::<&'a i32>(&x); } fn c6<'a>() { let x = 1; let mut k = E::C::<&'a i32>; k = E::A(&x); } fn c7<'a>() { let x = 1; let mut k = E::<&'a i32>::C; k = E::A(&x); } fn c8<'a>() { let x = 1; let mut k = None::<&'a i32>; k = Some(&x); } fn c9<'a>() { let x = 1; let f = Some::<&'a i32>; f(&x); let g = W::<&'a i32>; [&x].map(W::<&'a i32>); }
impl<'a> W<&'a i32> { fn d1() { let x = 1; let k = Self(&x); } fn d2() { let x = 1; let Self(k) = W(&x); } fn d3() { let x = 1; let f = Self; f(&x); } fn d4(self) {} fn d5() { let x = 1; Self::d4(W(&x)); <Self>::d4(W(&x)); } } impl<'a> F<&'a i32> { fn d1() { let x = 1; let k = Self { f: &x }; } fn d2() { let x = 1; let Self { f } = F { f: &x }; } } impl<'a> E<&'a i32> { fn d1() { let x = 1; let k = Self::A(&x); let m = Self::B { f: &x }; } fn d2() { let x = 1; if let Self::A(k) = E::A(&x) {} match (E::B { f: &x }) { Self::B { f } => {} _ => {} } let mut q = Self::C; q = E::A(&x); } }
type Al<'a> = W<&'a i32>; type Af<'a> = F<&'a i32>; type Ae<'a> = E<&'a i32>; fn e1<'a>() { let x = 1; Af::<'a> { f: &x }; } fn e2<'a>() { let x = 1; let Af::<'a> { f } = F { f: &x }; } fn e3<'a>() { let x = 1; Ae::<'a>::A(&x); } fn e4<'a>() { let x = 1; if let Ae::<'a>::A(_) = E::A(&x) {} } fn e5<'a>() { let x = 1; let y = Ae::<'static>::B { f: &x }; } type As = F<&'static i32>; fn e6() { let x = 1; As { f: &x }; } fn e7() { let x = 1; let As { f } = F { f: &x }; } 
fn main() {}
