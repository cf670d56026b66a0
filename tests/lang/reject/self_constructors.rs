struct S<T>(T); struct U; struct N { x: u8 } enum E { A }
impl<T> S<T> { fn a(t: T) -> Self { Self::<T>(t) } fn b() { Self(1, 2); Self("a"); Self; let Self(x, y) = loop {}; Self::<u8>; } }
impl U { fn a() -> Self { Self } fn b() { Self(1); Self::<u8>; Self {}; let Self = U; } }
impl N { fn a() { Self(1); Self; Self { x: 1 }; Self { y: 1 }; } }
impl E { fn a() { Self; Self(1); Self::A; Self::A(1); Self::<u8>::A; Self::B; } }
fn main() {}
