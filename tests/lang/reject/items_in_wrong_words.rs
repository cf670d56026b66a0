// Words before items that may not stand there, and what items may not have.
default struct S;
default fn free() {}
default const C: u8 = 1;
default enum E {}
default macro_rules! unused { () => {} }
trait Defaults {
    default fn f();
    default const X: u8;
}
auto trait Bounded: Copy {}
auto trait Generic<T> {}
auto trait Where where Self: Copy {
    fn f();
}
unsafe trait UnsafeAlias = Copy;
auto trait AutoAlias = Copy;
static GENERIC<T>: u8 = 2;
const BEFORE: u8 where u8: Copy = 1;
type After = u8 where u8: Copy;
extern crate foo-bar as dashed;
unsafe static NO_BLOCK: u8 = 1;
safe static SAFE: u8 = 1;
safe fn safe_fn() {}
extern 1 fn number() {}
extern "C" {
    async fn a();
    const fn c();
    extern "C" fn e();
    unsafe static Y: u8;
    const IN_BLOCK: u8;
    fn g();
}
fn lifetimes<'self>(x: &'self u8) {}
fn maybe<T: ?'static>() {}
fn negative<T: !Copy>() {}
fn main::() {}
