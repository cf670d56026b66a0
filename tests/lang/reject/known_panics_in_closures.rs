const C: fn() -> u8 = || 1u8 - 2; static S: fn() = || { [1][3]; }; fn f() { let x = |y: u8| { let z = || y + 1 + { 255u8 + 1 }; }; } async fn g() { let x = 1u8 - 2; } fn h() { let _ = async { 1 / 0 }; } impl X { const D: fn() -> u8 = || 1u8 - 2; } struct X; fn i<T>(t: T) { let c = move || { drop(t); 1u8 - 2 }; }
fn main() {}
