//! Safe and unsafe foreign items, and their privacy.
unsafe extern "C" { safe fn f(x: i32); unsafe fn g(); pub safe static X: i32; fn h(); static Y: i32; } mod m { extern "C" { fn priv_f(); pub fn pub_f(); } }
extern "C" { safe fn no(); }
fn main() { f(1); g(); X; h(); Y; unsafe { m::priv_f(); m::pub_f(); f("a") } }
