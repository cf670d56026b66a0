use std::collections::HashMap;
fn a() -> HashMap<String, i32> { let mut m = HashMap::new(); m.insert("a", 1); m }
fn b() -> Vec<String> { let mut v = Vec::new(); v.push("a"); v }
fn c() -> Vec<String> { let mut v = Vec::new(); v.push("a"); return v; }
fn d() { let mut v = Vec::new(); v.push(1); let w: Vec<String> = v; takes(v); v == vec!["a"]; v = vec!["a"]; v.push("a"); v.extend(vec!["a"]); }
fn takes(v: Vec<&str>) {}
fn e() -> Option<Vec<String>> { let mut v = vec![]; v.push(1); Some(v) }
struct S { v: Vec<String> } fn f() -> S { let mut v = Vec::new(); v.push('a'); S { v } } fn g() -> S { let mut v = Vec::new(); v.push('a'); S { v: v } }
fn h() -> Vec<u8> { let mut v = Vec::new(); for c in "a".chars() { v.push(c); } v }
fn i() -> Vec<String> { let mut v = Vec::with_capacity(1); v.push(1); v }
fn main() {}
