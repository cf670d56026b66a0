fn f(x: std::rc::Weak, y: std::sync::mpsc::Iter, z: std::cell::Ref, w: Vec, v: std::collections::hash_map::Entry, u: std::vec::IntoIter, m: std::collections::HashMap) {}
fn main() {}
mod m { pub struct S<T>(T); pub mod n { pub struct S<T>(T); pub struct R<T>(T); pub trait Tr { type A<T>; } pub type Al<T> = Vec<T>; pub trait Gt<T> {} } }
fn g<T: m::n::Tr>(a: m::S, b: m::n::S, c: m::n::R, d: T::A, e: m::n::Al, f: &dyn m::n::Gt) {}
