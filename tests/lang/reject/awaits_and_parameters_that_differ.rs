struct S; impl S { fn a(&self) { async {}.await } pub fn b() { async {}.await; } } trait T { fn c() { async {}.await } fn d(&self); } impl T for S { fn d(&self) { async {}.await } }
pub fn e() { async {}.await } fn f() { fn g() { async {}.await } impl S { fn h() { async {}.await } } || async {}.await; }
enum Tree<T> { L, N(T) } fn m<T, U>(t: Tree<T>, v: Vec<U>) -> Tree<U> { match t { Tree::L => t, Tree::N(x) => Tree::N(x) } } fn n<T, U>(v: Vec<T>) -> Vec<U> { if true { v } else { vec![] } } fn o<T, U>(t: T, u: U) { let x = if true { t } else { u }; let y = match 1 { 1 => t, _ => u }; let z = [t, u]; }
fn main() {}
