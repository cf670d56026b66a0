//! `std::env`: a program under crabwalk has no arguments but its name.

pub struct Args {
    rest: Option<String>,
}
pub fn args() -> Args {
    Args { rest: Some(String::from("main")) }
}
impl Iterator for Args {
    type Item = String;
    fn next(&mut self) -> Option<String> {
        self.rest.take()
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let n = if self.rest.is_some() { 1 } else { 0 };
        (n, Some(n))
    }
}
impl ExactSizeIterator for Args {}
