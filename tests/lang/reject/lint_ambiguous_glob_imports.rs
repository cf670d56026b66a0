#![deny(ambiguous_glob_imports)]
#![allow(unused)]
use std::rc::*; use std::sync::*;
mod a { pub struct Weak; pub struct Iter; }
mod b { pub use std::rc::*; }
mod d { use super::b::*; use std::sync::*; fn f() { let x: Weak<u8>; } }
mod e { use std::sync::*; use super::a::*; fn f(x: Weak<u8>) { let y: std::sync::Weak<u8> = x; } }
mod g { use std::fmt::*; use std::io::*; fn f() { let y: Result; } }
mod i { use std::collections::btree_map::Entry::*; use std::collections::hash_map::Entry::*; fn f(x: std::collections::btree_map::Entry<u8, u8>) { match x { Occupied(_) => (), Vacant(_) => () } } }
mod j { use std::f32::consts::*; use std::f64::consts::*; fn f() { let x: f32 = PI; } }
mod k { use std::u8::*; use std::i8::*; fn f() { let x: u8 = MAX; } }
mod l { pub use std::rc::Weak; } mod m { pub use super::a::Weak; }
mod n { use super::l::*; use super::m::*; fn f() -> Weak<u8> { Weak::new() } }
mod o { pub use std::rc::*; pub use std::sync::*; }
mod p { use super::o::Weak; fn f() -> Weak<u8> { std::rc::Weak::new() } }
mod q { use super::o::*; fn f() -> Weak<u8> { std::rc::Weak::new() } }
fn main() { let x: Weak<u8> = Weak::new(); }
