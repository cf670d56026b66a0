struct S; impl S { fn r(self) -> Self<u8> { self } fn t() -> Self { Self() } fn w() -> Self { Self(1) } }
trait V { fn b(&self) { Self::c(); Self::d; } } impl V for u8 { fn b(&self) { Self; Self(); Self::q(); } }
struct T(u8); impl T { fn d(&self) { match self { Self => {}, Self() => {}, _ => {} } let Self = self; } }
fn main() {}
