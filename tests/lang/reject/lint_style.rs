#![deny(non_snake_case, non_camel_case_types, non_upper_case_globals, nonstandard_style)]
#![allow(dead_code, unused_variables, unused_mut, unused_assignments, unused_labels)]
struct foo; struct Foo_Bar; struct FOO; struct Foo2_3; struct fooBar; struct _Foo; struct _foo; struct Foo__Bar; struct X86_64; struct Foo_; struct É; struct éa; struct HTTPServer; struct H_T;
enum e1 { a, B_c, Cd { X: i32, yY: i32 }, _E } trait tr { fn BAD(); fn Bad2(&self, X: i32); type ty; const Cc: i32; } impl tr for foo { fn BAD() {} fn Bad2(&self, X: i32) {} type ty = i32; const Cc: i32 = 1; } type al = i32; union un { A: i32 }
fn FooBar<'LT, t, const n: usize>() {} fn f2<T>(A: i32, mut B: i32, (C, d): (i32, i32)) {} const lower: i32 = 1; const Mixed: i32 = 1; const GOOD_1: i32 = 1; static st: i32 = 1; static mut Sm: i32 = 1; const _: i32 = 1; const __a: i32 = 1;
mod ModName { } mod mod__b {} mod m_ {} impl foo { fn Meth(&self) {} fn Assoc() {} const xx: i32 = 1; #[no_mangle] fn NM() {} } #[no_mangle] pub extern "C" fn NoMangle() {} #[no_mangle] pub static NMs: i32 = 1; extern "C" { fn ExtFn(); static ExtSt: i32; }
fn body() { let X = 1; let xY = 2; let _Z = 3; let x__y = 1; let Cd = 1; match 1 { N => {} } for I in 0..1 {} let c = |P: i32| 1; 'Label: loop { break 'Label; } if let Some(Q) = Some(1) {} let S { Fa, Fb: Gb } = (S { Fa: 1, Fb: 2 }); const inner: i32 = 1; macro_rules! MM { ($X:expr) => { let Mac = $X; } } MM!(1); let (mut R, ref T) = (1, 2); let é = 1; let 中 = 1; }
struct S { Fa: i32, Fb: i32 } struct TS(i32); fn lt<'A>(x: &'A i32) {} fn fnp(f: fn(Arg: i32)) {} trait Z { fn r(X: i32); fn p(Y: i32) {} } async fn AsyncFn() {} fn __dunder__() {} fn a__b() {} fn a_1_b() {} fn f_() {} fn _F() {} unsafe fn Un() {} const fn Cf() {} macro_rules! Mac_name { () => {} }
#[repr(C)] struct repr_c { a: i32 } #[repr(C)] enum repr_ce { A } #[allow(non_snake_case)] fn OK() {} #[allow(bad_style)] mod Zz { fn X() {} } struct r#struct; fn r#Fn() {}
fn main() {}
