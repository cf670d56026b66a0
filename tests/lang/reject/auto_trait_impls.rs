//! Auto traits of std are for structs and enums of this crate; positive and negative impls exclude each other.
impl !Copy for i32 {} struct S; unsafe impl Send for S {} impl Sync for S {} unsafe impl Clone for S { fn clone(&self) -> S { S } } impl Send for &'static S {} unsafe impl Send for &'static S {} unsafe impl Send for [S] {} unsafe impl Sync for dyn Fn() {} impl Sized for S {} impl Unpin for S {}
fn main() {}
