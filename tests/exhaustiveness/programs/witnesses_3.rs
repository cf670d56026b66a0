struct S { f: Option<bool> }
enum L { Nil, Cons(i32, Box<L>) }
fn a(s: S, l: L, t: (Option<bool>, Option<bool>), n: Option<Option<i32>>, rr: &&Option<u8>, x: i128, y: u16, c: (char, u8)) { match s { S { f: Some(true) } => {} S { f: None } => {} }
 match l { L::Nil => {} L::Cons(0, _) => {} }
 match t { (Some(true), None) => {} (None, Some(_)) => {} }
 match n { Some(Some(_)) => {} }
 match rr { Some(1..=9) => {} None => {} }
 match x { 0..=5 => {} } match y { 0..100 | 200..300 => {} 500..=65535 => {} }
 match c { ('a', 1) => {} ('b', _) => {} }
}
const K: i32 = 3;
fn b(x: i32, y: &[bool], z: &[u8], w: &str, v: Vec<i32>) { match x { K => {} } match y { [true, ..] => {} [] => {} [.., false] => {} }  match (x, w) { (0, "a") => {} (_, "b") => {} } match v.as_slice() { [x] => {} [x, y] => {} [x, y, z, ..] => {} }
 match (1, 2) { (1, _) => {} (_, 2) => {} }
 let r = 0..3; match x { ..0 => {} 1.. => {} }
 match x.cmp(&1) { std::cmp::Ordering::Less => {} std::cmp::Ordering::Equal => {} }
}

fn main() {}
