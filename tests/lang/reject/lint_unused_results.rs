#![deny(unused_results)]
use std::collections::HashMap;
fn results(v: &mut Vec<i32>, m: &mut HashMap<i32, i32>) { v.len(); m.insert(1, 2); v.pop(); v.push(1); 1 + 1; if true { 1 } else { 2 }; { 3 }; }
fn main() {}
