//! Panics half way: what is dropped of values half built and of collections, when a drop panics, and what is caught.
#![allow(unused, unreachable_code)]

use std::panic::{catch_unwind, AssertUnwindSafe, resume_unwind, panic_any};
struct D(&'static str);
impl Drop for D { fn drop(&mut self) { println!("  drop {}{}", self.0, if std::thread::panicking() { " (unwinding)" } else { "" }); } }
struct P(&'static str);
impl Drop for P { fn drop(&mut self) { println!("  drop P {}", self.0); if self.0 == "boom" { panic!("in drop {}", self.0); } } }
fn fail() -> D { panic!("fail") }
fn d(n: &'static str) -> D { D(n) }
struct S { a: D, b: D, c: D }
fn run<R>(name: &str, f: impl FnOnce() -> R) { println!("{name}"); match catch_unwind(AssertUnwindSafe(f)) { Ok(_) => println!("  ok"), Err(e) => println!("  caught {:?} {:?} {:?}", e.downcast_ref::<&str>(), e.downcast_ref::<String>(), e.downcast_ref::<i32>()) } }
fn main() {
    std::panic::set_hook(Box::new(|i| println!("  hook {:?} {:?}", i.payload().downcast_ref::<&str>(), i.location().map(|l| l.line() > 0))));
    run("struct", || S { a: d("a"), b: fail(), c: d("c") });
    run("struct order", || S { c: d("c"), a: d("a"), b: fail() });
    run("tuple", || (d("a"), d("b"), fail()));
    run("array", || [d("a"), d("b"), fail(), d("c")]);
    run("vec", || vec![d("a"), d("b"), fail()]);
    run("box", || Box::new((d("x"), fail())));
    run("args", || { fn f(_: D, _: D, _: D) {} f(d("1"), d("2"), fail()) });
    run("enum", || Some((d("1"), Some(fail()))));
    run("map collect", || (0..4).map(|i| if i == 2 { fail() } else { d(["0", "1", "2", "3"][i]) }).collect::<Vec<_>>());
    run("from_fn", || std::array::from_fn::<D, 4, _>(|i| if i == 3 { fail() } else { d(["0", "1", "2", "3"][i]) }));
    run("array map", || [1, 2, 3].map(|i| if i == 3 { fail() } else { d("m") }));
    run("array map owned", || [d("1"), d("2"), d("3")].map(|x| if x.0 == "2" { panic!("m") } else { x }));
    run("update", || S { a: fail(), ..S { a: d("a"), b: d("b"), c: d("c") } });
    run("locals", || { let _a = d("a"); let b = d("b"); drop(b); let _c = d("c"); fail(); });
    run("drop panics", || { let _a = d("a"); let _p = P("boom"); let _b = d("b"); });
    run("drop panics field", || { struct T(P, D, P); let _t = T(P("boom"), d("f"), P("z")); });
    run("drop panics vec", || { let _v = vec![P("1"), P("boom"), P("3")]; let _a = d("a"); });
    run("drop panics array", || { let _v = [P("boom"), P("2")]; });
    run("drop panics tuple", || { drop((P("1"), P("boom"), d("t"))); });
    run("drop panics box", || { let _b: Box<dyn std::any::Any> = Box::new(P("boom")); let _d = d("d"); });
    run("assign panics", || { let mut p = P("boom"); p = P("new"); println!("  unreachable {}", p.0); });
    run("assign field panics", || { let mut t = (P("boom"), d("x")); t.0 = P("new"); });
    run("any", || panic_any(7i32));
    run("resume", || resume_unwind(Box::new("resumed")));
    run("string", || panic!("{} {}", 1, 2));
    run("rethrow", || { let e = catch_unwind(|| panic!("inner")).unwrap_err(); let _g = d("g"); resume_unwind(e) });
    run("nested", || { struct C; impl Drop for C { fn drop(&mut self) { run("in drop", || panic!("nested {}", 1)); println!("  after, panicking {}", std::thread::panicking()); } } let _c = C; panic!("outer") });
    run("retain", || { let mut v = vec![d("1"), d("2"), d("3"), d("4")]; let r = catch_unwind(AssertUnwindSafe(|| v.retain(|x| { if x.0 == "3" { panic!("r") } x.0 != "1" }))); println!("  {} {:?}", r.is_err(), v.iter().map(|x| x.0).collect::<Vec<_>>()); });
    run("dedup", || { let mut v = vec![1, 1, 2, 2, 3]; let r = catch_unwind(AssertUnwindSafe(|| v.dedup_by(|a, b| { if *a == 3 { panic!() } a == b }))); println!("  {} {:?}", r.is_err(), v); });
    run("sort", || { let mut v = vec![3, 1, 2]; let r = catch_unwind(AssertUnwindSafe(|| v.sort_by(|_, _| panic!("cmp")))); v.sort(); println!("  {} {:?}", r.is_err(), v); });
    run("resize_with", || { let mut v = vec![d("0")]; let mut n = 0; v.resize_with(4, || { n += 1; if n == 3 { panic!() } d("r") }); });
    run("extend", || { let mut v = vec![d("0")]; v.extend((0..3).map(|i| if i == 2 { fail() } else { d("e") })); });
    run("clone vec", || { struct C(u8); impl Clone for C { fn clone(&self) -> C { if self.0 == 2 { panic!("clone") } C(self.0 + 10) } } impl Drop for C { fn drop(&mut self) { println!("  drop C{}", self.0) } } let v = vec![C(0), C(1), C(2), C(3)]; v.clone(); });
    run("clone arr", || { struct C(u8); impl Clone for C { fn clone(&self) -> C { if self.0 == 2 { panic!("clone") } C(self.0 + 10) } } impl Drop for C { fn drop(&mut self) { println!("  drop C{}", self.0) } } let v = [C(0), C(1), C(2), C(3)]; let _w = v.clone(); });
    run("truncate", || { let mut v = vec![P("1"), P("boom"), P("3"), P("4")]; let r = catch_unwind(AssertUnwindSafe(|| v.truncate(1))); println!("  {} {}", r.is_err(), v.len()); });
    run("drain", || { let mut v = vec![P("1"), P("boom"), P("3"), P("4")]; let r = catch_unwind(AssertUnwindSafe(|| { v.drain(1..3); })); println!("  {} {}", r.is_err(), v.len()); });
    run("into_iter", || { for p in vec![P("1"), P("boom"), P("3"), P("4")] { let _q = p; } });
    run("iter drop", || { let mut i = vec![P("1"), P("2"), P("boom"), P("4")].into_iter(); i.next(); });
    run("match arm", || match (d("m"), 1) { (x, n) if { let _g = d("guard"); n == 1 } => { let _x = x; fail(); } _ => {} });
    run("closure capture", || { let a = d("cap"); let f = move || { let _r = &a; panic!("in closure"); }; f() });
    run("closure once", || { let a = d("cap"); let b = d("cap2"); let f = move || { drop(a); let _ = &b; panic!("in closure"); }; f() });
    run("let else", || { let a = d("le"); let Some(_x) = None::<u8> else { panic!("else") }; drop(a); });
    run("ok", || d("fine"));
}
