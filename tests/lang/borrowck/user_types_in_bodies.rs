struct W<T>(T); fn u<T>(_: T) {} struct F<T> { f: T } enum E<T> { A(T), B { f: T }, C } trait Tr<T> { fn m(&self, t: T); fn s(t: T) {} const K: usize = 1; } impl<T> Tr<T> for W<u8> { fn m(&self, t: T) {} }
fn a1<'a>() { let x = 1; let z = &x as &'a i32; } 
fn a2<'a>() { let x = 1; u::<&'a i32>(&x);}
fn a3<'a>() { let x = 1; let w: W<&'a i32> = W(&x); }
fn a4<'a>() { let x = 1; W::<&'a i32>(&x); }
fn a5<'a>() { let x = 1; Vec::<&'a i32>::new().push(&x); } 
fn a6<'a>() { let x = 1; let f = u::<&'a i32>; f(&x); }
fn a7<'a>() { let x = 1; F::<&'a i32> { f: &x }; }
fn a8<'a>() { let x = 1; E::<&'a i32>::A(&x); E::A::<&'a i32>(&x); E::B::<&'a i32> { f: &x }; E::<&'a i32>::B { f: &x }; }
fn a9<'a>() { let x = 1; W(1u8).m::<>(&x); Tr::<&'a i32>::m(&W(1u8), &x); <W<u8> as Tr<&'a i32>>::s(&x); <W<u8> as Tr<&'a i32>>::m(&W(1), &x); }
fn b1<'a>() { let x = 1; let F::<&'a i32> { f } = F { f: &x }; }
fn b2<'a>() { let x = 1; let E::A::<&'a i32>(y) = E::A(&x) else { return }; match E::A(&x) { E::<&'a i32>::A(_) => {} _ => {} } if let E::B::<&'a i32> { .. } = (E::B { f: &x }) {} }
fn b3<'a>() { let x = 1; let y: &'a _ = &x; let (a, b): (&'a i32, _) = (&x, &x); let c: [&'a i32; 1] = [&x]; let d: Option<&'a i32> = Some(&x); let e: &[&'a i32] = &[&x]; let _: &'a i32 = &x; let f: &'a i32; f = &x; }
fn b4<'a>() { let x = 1; let c = |y: &'a i32| {}; c(&x); let d = |_| -> &'a i32 { &x }; let e = || -> &'a i32 { &1 }; let f: fn(&'a i32) = u; f(&x); let g: Box<dyn Fn(&'a i32)> = Box::new(|_| {}); g(&x); let h = <&'a i32>::clone(&&x); let i = <&'a i32 as Into<&'a i32>>::into(&x); }
fn b5<'a>() { let x = 1; const { }; let y = std::mem::size_of::<&'a i32>(); let z = Some::<&'a i32>(&x); let k = [1].iter().map::<&'a i32, _>(|_| &x); let l: Vec<&'a i32> = vec![&x]; let m = "".parse::<i32>(); let n = vec![&x].into_iter().collect::<Vec<&'a i32>>(); let o = Box::<&'a i32>::new(&x); let p = <Vec<&'a i32>>::from([&x]); }
fn b6() { let x = 1; u::<&'static i32>(&x); } fn b7() { let x = 1; let f = W::<&'static i32>; f(&x); } fn b8() { let x = 1; let c: &'static i32 = match 1 { 1 => &x, _ => &2 }; } fn b9() { let x = 1; let c: &'static i32 = if true { &x } else { loop {} }; } fn b10() { let x = 1; let y = &x; let z: &'static i32 = y; } fn b11() { let x = 1; let y = (&x, 1); let (z, _): (&'static i32, i32) = y; } fn b12() { let mut x = 1; let y: &'static mut i32 = &mut x; } fn b13() { let x = (1, 2); let y: &'static i32 = &x.0; let ref z = x.1; u::<&'static i32>(z); } fn b14() { let x = vec![1]; let y: &'static i32 = &x[0]; let z: &'static [i32] = &x; let w: &'static [i32] = x.as_slice(); }
fn main() {}
