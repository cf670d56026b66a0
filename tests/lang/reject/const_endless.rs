const A: u32 = { let mut i = 0u32; while i < 1_999_000 { i += 1; } i };
const B: u32 = { let mut i = 0u32; while i < 3_000_000 { i += 1; } i };
const fn f(n: u64) -> u64 { let mut s = 0; let mut i = 0; while i < n { s += i; i += 1; } s }
const C: u64 = f(5_000_000);
static D: u64 = { let mut i = 0; loop { if i > 10 { break i } i += f(1_000_000); } };
fn main() { let _ = [0; { loop {} }]; const { loop {} }; }
