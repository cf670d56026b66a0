fn main() { let p: *const i32 = &1; (|| p) as fn(); }
fn f() { let p = 1; let c = (|| p) as fn() -> i32; let d = (|| { p; }) as fn(); }
fn g() { let p = 1; let c = (|| p) as fn(); }
