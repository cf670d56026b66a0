//! Foreign items: what can't be declared in an extern block, and what needs unsafe.
trait Foo { type A2 = i32; } unsafe mod m {} 
extern "C" { fn f(); static X: i32; static mut Y: i32; fn g() {} static Z: i32 = 1; const C: i32; struct S; fn h<T>(t: T); fn i(&(a, b): &(i32, i32)); }
fn main() { f(); X; unsafe { Y = 1; f(1); } }
