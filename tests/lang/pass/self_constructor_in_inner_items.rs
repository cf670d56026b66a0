struct S(u8);
struct U;
impl S { fn f() -> u8 { fn g() -> S { Self(1) } const C: S = Self(5); match g() { Self(x) => x + C.0 } } }
impl U { fn m(&self) -> &'static str { fn h() -> U { Self } let _ = h(); "u" } }
fn main() { println!("{} {}", S::f(), U.m()); }
