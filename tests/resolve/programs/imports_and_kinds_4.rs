extern crate core; mod core {}
use std as core;
use std::collections::HashMap; struct HashMap;
mod q { pub struct W; } use q::W; use q::W as V; struct V;

fn main() {}
