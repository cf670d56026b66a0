struct S;
trait Tr { fn f(x: _); fn g(&self, x: _) {} fn h() -> _; const C: _; type X; }
impl S { fn f(x: _) {} fn g(&self, x: _) {} fn h() -> _ { 1 } const C: _ = 1; }
impl Tr for S { fn f(x: _) {} fn g(&self, x: _) {} fn h() -> _ { 1 } const C: _ = 1; type X = _; }
fn main() {}
