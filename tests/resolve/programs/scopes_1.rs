fn a(x: &i32, y: &i32) -> &i32 { x }
fn b() -> &str { "" } fn c() -> &'static str { "" } fn d(x: i32) -> &i32 { &1 } fn e(x: Vec<&str>, y: &u8) -> Option<&str> { None }
struct S { x: &str, y: Ref } struct Ref<'a>(&'a str); struct T<'a> { x: &'b str, y: &'a str, z: Ref }
fn f(x: &'c str) {} fn g<'a, 'a>(x: &'a str) {} fn h<'static>() {} fn i<'_>() {}
impl T { fn q(&self, x: &str) -> &str { x } fn r(x: &Self) -> &str { "" } } impl Ref<'_> { fn z<'a>(&'a self) where &u8: Clone {} }
enum E { A(&u8), B(Box<dyn Fn(&u8) -> &u8>) } type X = &u8; const K: &str = ""; static Z: &[&str] = &[];
trait Tr { fn a(&self) -> &str; fn b(x: &str, y: &str) -> &str; type Q; const C: &str; } 
fn j(f: fn(&u8, &u8) -> &u8, g: impl Fn(&u8) -> &u8, h: &dyn Fn() -> &u8) -> Box<dyn Fn(&u8) -> &u8> { todo!() }
fn k<'a>(x: &'a str) { fn inner(y: &'a str) {} struct Q(&'a u8); } impl<'a> T<'a> { fn m<'a>(x: &'a u8) {} }
fn l<T: 'b>(x: T) where T: Clone + 'd {} fn m<'a>(x: &'a u8, y: &u8) -> &u8 { x } fn n(x: Ref, y: Ref) -> Ref { x }
fn o(x: &(u8, &u8)) -> (&u8, Ref<'_>) { todo!() } fn p<'a, 'b>(x: &'a u8) -> (&u8, &'b u8, &'_ u8) { todo!() } fn r(a: &mut i32, b: i32, c: &str) -> (&i32, &str) { todo!() }

fn main() {}
