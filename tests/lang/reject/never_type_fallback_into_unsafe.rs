fn main() {}
fn a() { unsafe { if true { return } else { std::mem::zeroed() }; } }
fn b() { unsafe { std::mem::transmute::<_, ()>(if true { return } else { std::mem::zeroed() }) } }
unsafe fn internally<T>(_: T) {} 
fn c() { unsafe { internally(return) } }
fn c2() { unsafe { internally::<_>(panic!()) } }
fn d() { let z = || -> ! { panic!() }; let x = unsafe { internally::<_> }; x(return) }
struct S; impl S { unsafe fn m<T>(&self, _: T) {} }
fn e() { unsafe { S.m({ return }) } }
union U<T: Copy> { a: (), b: T }
fn f() { fn callf<F>(f: F) -> F { f } fn call<T>(_: T) {} unsafe { call(U { a: () }.b); if true { return } }; }
fn g() { fn from_ptr<T>(_: *const T, _: T) {} unsafe { let p = std::ptr::null(); if true { *p } else { return } ; } }
fn h() -> Option<()> { let x = match Some(1) { Some(_) => unsafe { std::mem::zeroed() }, None => return None }; None }
fn i() { fn mk<T>(_: T) -> unsafe fn() -> T { unsafe fn q<T>() -> T { loop {} } q::<T> } unsafe { mk(return)() } }
fn j() { let f = unsafe { |x| std::mem::transmute::<(), _>(x) }; match f(()) { () => {} } }
fn k<T>() -> Result<T, ()> { Err(()) }
fn l() { unsafe { let x = std::mem::zeroed(); let y: () = x; } }
fn m() { macro_rules! s { ($e:expr) => { match $e { 1 => unsafe { std::mem::zeroed() }, _ => return } } } s!(1); }
fn n() { let x = loop { break unsafe { std::mem::zeroed() }; }; if false { return } }
fn o() { if true { unsafe { std::mem::zeroed() } } else { return } }
fn p() { match 1 { 1 => unsafe { std::mem::zeroed() }, _ => { panic!("x") } }; }
#[allow(never_type_fallback_flowing_into_unsafe)] fn q() { match 1 { 1 => unsafe { std::mem::zeroed() }, _ => { panic!("x") } }; }
