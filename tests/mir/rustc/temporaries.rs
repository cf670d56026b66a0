//! Temporaries: how long they live.
#![crate_type = "lib"]
struct D(i32);
impl Drop for D {
    fn drop(&mut self) {}
}
impl D {
    fn g(&self) -> i32 {
        self.0
    }
    fn me(&self) -> &D {
        self
    }
}
fn mk(i: i32) -> D {
    D(i)
}
fn a() {
    let x = &mk(1);
    let y = mk(2).g();
    mk(3);
    let _ = mk(4);
    let _z = mk(5);
}
fn b() {
    let x = (&mk(1), &mk(2).0);
    let y = [&mk(3)];
    let z = { &mk(4) };
}
fn c() -> i32 {
    match mk(1).g() {
        1 => mk(2).g(),
        _ => 3,
    }
}
fn d() -> i32 {
    if mk(1).g() > 2 {
        1
    } else {
        2
    }
}
fn e() -> i32 {
    if let D(1) = mk(1).me() {
        1
    } else {
        mk(2).g()
    }
}
fn k() {
    let ref x = mk(1);
    let D(ref y) = mk(2);
}
fn l() -> bool {
    mk(1).g() == 1 && mk(2).g() == 2
}
fn n() {
    let r = Some(&mk(1));
}
