fn a1(v: Vec<u8>) -> impl Iterator<Item = u8> { v.iter().map(|x| x + 1) }
fn a2(v: Vec<u8>) -> impl Iterator<Item = u8> { v.iter().copied() }
fn a3(v: Vec<u8>) -> impl Iterator<Item = u8> { let w = v.iter().map(|x| x + 1); w }
fn a4(v: Vec<u8>) -> impl Iterator<Item = u8> { let w = v.iter(); w.map(|x| x + 1) }
fn a5(v: Vec<u8>) -> impl Iterator<Item = u8> { let w = v.iter(); w.copied() }
fn a6(v: Vec<u8>) -> impl Iterator<Item = usize> { v.iter().map(|x| v.len()) }
fn a7(v: Vec<u8>) -> impl Iterator<Item = (u8, usize)> { v.iter().map(move |x| (*x, 1)) }
fn a8(v: &Vec<u8>, w: Vec<u8>) -> impl Iterator<Item = (u8, usize)> { v.iter().zip(w.iter()).map(move |x| (*x.0, 1)) }
fn a9(v: Vec<u8>) -> impl Iterator<Item = u8> { return v.iter().map(|x| x + 1); }
fn b1(v: Vec<u8>) -> impl Iterator<Item = u8> { if v.len() > 1 { return v.iter().map(f as fn(&u8) -> u8); } v.iter().map(f as fn(&u8) -> u8) } fn f(x: &u8) -> u8 { *x }
fn b2(v: Vec<u8>) -> impl Iterator<Item = u8> { v.iter().map(f) }
fn b3(v: Vec<u8>) -> impl Iterator<Item = u8> { v.iter().map(|x: &u8| *x) }
fn b4(v: Vec<u8>) -> impl Iterator<Item = u8> { v.iter().filter(|x| **x > 1).copied() }
fn b5(v: Vec<u8>) -> impl Iterator<Item = u8> { v.iter().flat_map(|x| Some(*x)) }
fn b6(v: Vec<u8>) -> impl Iterator<Item = u8> { v.iter().take_while(|x| **x > 1).map(|x| *x) }
fn b7(v: Vec<u8>) -> Box<dyn Iterator<Item = u8>> { Box::new(v.iter().map(|x| *x)) }
fn b8(v: Vec<u8>) -> std::iter::Map<std::slice::Iter<'static, u8>, fn(&u8) -> u8> { v.iter().map(f as fn(&u8) -> u8) }
fn b9<'a>(v: Vec<u8>, w: &'a u8) -> impl Iterator<Item = u8> + 'a { v.iter().map(move |x| x + *w) }
fn main() {}
