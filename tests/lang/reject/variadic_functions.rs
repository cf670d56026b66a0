unsafe extern "C" fn c(x: i32, ...) {}
unsafe extern "C" fn d(x: i32, mut ap: ...) {}
type F = fn(i32, ...); 
extern "Rust" { fn j(x: u8, ...); }
extern "win64" { fn k(x: u8, ...); }
extern "C" { fn l(x: ...); fn m(x: i32, y: ...); }
fn main() { }
fn a(x: i32, ...) {}
extern "C" fn b(x: i32, ...) {}
struct S; impl S { fn f(x: i32, ...) {} fn g(&self, ...) {} }
trait T { fn h(x: i32, ...); fn i(...) {} }
