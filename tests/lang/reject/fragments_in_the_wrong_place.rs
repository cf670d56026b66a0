//! What a macro's variable holds, where something else must stand.

macro_rules! method_of { ($t:ty) => { $t::new() }; }
macro_rules! literal_of { ($t:ty) => { $t { a: 1 } }; }
macro_rules! blocks { ($b:block) => { unsafe $b }; }
macro_rules! bound { ($t:ty) => { fn bounded<X: $t>() {} }; }
macro_rules! attribute { ($l:literal) => { #[doc = $l] fn documented() {} }; }
macro_rules! items { ($e:expr) => { $e }; }
macro_rules! structs { () => { struct Inner; }; }
macro_rules! pattern { () => { 1 + 2 }; }
macro_rules! ty { () => { 1 }; }
macro_rules! fits { ($x:meta) => {}; ($x:item) => {}; ($x:stmt) => {}; }

trait Tr {}
struct S;
impl S { structs!(); }
trait Inner { structs!(); }
extern "C" { structs!{} }
bound!(Tr);
items!(1);
assert!(true);
concat!("a", 1);

fn main() {
    let _: String = method_of!(String);
    literal_of!(S);
    blocks!({ 1 });
    attribute!(-1);
    match 1 { pattern!() => {} _ => {} }
    let _: ty!() = 1;
    let _: line!() = 1;
    S::<u8>::<u8>;
    fits!(fn);
}
