//! Near misses of "implementation is not general enough": what an associated type is for each lifetime of a `for<'a>`.

use std::fmt::Debug;

trait Map<'a> {
    type Out;
    fn map(&self, x: &'a str) -> Self::Out;
}

struct Len;
impl<'a> Map<'a> for Len {
    type Out = usize;
    fn map(&self, x: &'a str) -> usize {
        x.len()
    }
}

struct Trim;
impl<'a> Map<'a> for Trim {
    type Out = &'a str;
    fn map(&self, x: &'a str) -> &'a str {
        x.trim()
    }
}

fn one_type<M, O>(m: M) -> O
where
    M: for<'a> Map<'a, Out = O>,
{
    m.map("one")
}

fn shown<M>(m: M)
where
    M: for<'a> Map<'a>,
    for<'a> <M as Map<'a>>::Out: Debug,
{
    let local = String::from(" shown ");
    println!("{:?}", m.map(&local));
}

fn main() {
    println!("{}", one_type(Len));
    shown(Len);
    shown(Trim);
}
