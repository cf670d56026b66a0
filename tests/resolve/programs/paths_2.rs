use foo::Bar; use std::nope; use std::collections::Hashmap; use crate::zork::X; use self::y; use super::z; use std::nope::Foo;

fn main() {}
