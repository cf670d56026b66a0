fn main() { for (a, b) in [1, 2] {} for (a, b) in vec!["a"] {} for Some(x) in [1] {} for (a, b, c) in [(1, 2)].iter() {} for &x in 1..3 {} for [a, b] in "ab".chars() {} }
use std::ops::Index;
struct M([u8; 3]); impl Index<usize> for M { type Output = u8; fn index(&self, i: usize) -> &u8 { &self.0[i] } }
fn g(x: usize) {}
fn negated() { let m = M([1, 2, 3]); m[-1]; let i = -1; m[i]; g(-1); g(i); let j = -2; g(j); let k: usize = -j; }
