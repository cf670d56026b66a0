const fn f(n: u32) -> u32 { if n == 0 { 0 } else { 1 + f(n - 1) } }
const OK: u32 = f(100);
const BAD: u32 = f(1000);
static S: u32 = f(200);
fn main() { println!("{} {}", OK, S); }
