struct S<'a> { v: Vec<&'a str> }
impl<'a> S<'a> { fn d4(&mut self) -> impl FnMut(&str) + '_ { |s| self.v.push(s) } 
fn d5(&mut self) -> impl Sized + '_ { self } fn d6<'b>(&'b mut self) -> impl Sized + 'b { self } fn d7(&mut self) -> impl FnMut(&'static str) + '_ { |s| self.v.push(s) } }
fn main() {}
