//! The headers of items: the first private type of each is reported.
mod a { struct Priv; pub type Al = Priv; pub const C: Priv = Priv;}
struct S { f: a::Al }
struct T(pub a::Al, Option<a::Al>);
enum E { A(a::Al), B { x: a::Al } }
type X = Vec<a::Al>;
trait Tr { type K; const Z: Option<a::Al>; fn m(x: a::Al) -> a::Al; }
impl Tr for a::Al { type K = a::Al; const Z: Option<a::Al> = None; fn m(x: a::Al) -> a::Al { x } }
const D: Option<a::Al> = None;
static G: Option<a::Al> = None;
fn f<T: Into<a::Al>>() where a::Al: Sized {}
trait Q<T> {} impl Q<a::Al> for i32 {}
impl a::Al { fn zz() {} }
fn main() {}
