#![deny(uninhabited_static, unused_associated_type_bounds, deprecated_safe_2024, boxed_slice_into_iter, edition_2024_expr_fragment_specifier, refining_impl_trait)]
enum Void {} extern "C" { static V: Void; static OK: u8; }
trait T { type A where Self: Sized; type B; } fn f(_: &dyn T<A = u8, B = u8>) {} fn g(_: Box<dyn T<B = u8>>) {}
macro_rules! m { ($e:expr) => { $e }; ($e:expr_2021, $t:tt) => {}; }
pub trait R { fn f() -> impl Sized; fn g(&self) -> impl Iterator<Item = u8>; } pub struct S; impl R for S { fn f() -> u8 { 1 } fn g(&self) -> std::vec::IntoIter<u8> { vec![].into_iter() } }
fn main() { std::env::set_var("a", "b"); unsafe { std::env::remove_var("a") } let b: Box<[u8]> = Box::new([1]); for _ in b.clone().into_iter() {} for _ in b.iter() {} let _: Vec<_> = b.into_iter().collect(); m!(1); }
