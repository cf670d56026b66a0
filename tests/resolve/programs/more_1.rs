use fooo;
use std::fmtt;
use std::collections::{HashMap, HashSett};
use self::nothing;
mod a { pub mod b { pub fn f() {} } }
use a::b::{self, f, g};
use a::c::d;
use a::{x::y, b as bb};
fn main() { f(); b::f(); bb::f(); }
