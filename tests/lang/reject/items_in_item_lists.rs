//! Items that can't stand in an impl or trait are left out.
impl S { fn a() {} pub const X: i32 = 1; type Y = i32; static Z: i32 = 1; use a::b; mod m {} } struct S; trait T { struct A; enum B {} static C: i32 = 1; } fn main() {}
