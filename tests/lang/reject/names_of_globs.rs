use std::cell::*;
use std::collections::*;
use std::fmt::*;
mod m {
    pub struct Foo;
    pub struct Bar;
    pub enum E {
        V,
    }
}
use m::Bar;
use m::E::*;
use m::*;
struct N;
fn d<T: Debug>() {}
fn s<T: Sync>() {}
fn h<T: std::hash::Hash>() {}
fn main() {
    d::<N>();
    s::<Cell<u8>>();
    s::<std::rc::Rc<u8>>();
    h::<HashMap<u8, u8>>();
    h::<BTreeMap<N, u8>>();
    Foo.x();
    Bar.x();
    V.x();
    let x: u8 = Cell::new(1);
    let y = BTreeMap::new();
}
