struct A<'a> {
    s: &'a str,
}
impl<'a> A<'a> {
    fn get(&self) -> &'a str {
        self.s
    }
    fn set(&mut self, s: &'a str) {
        self.s = s;
    }
    fn bad(&mut self, s: &str) {
        self.s = s;
    }
    fn bad2<'b>(&'b self, s: &'b str) -> &'a str {
        s
    }
    fn ret(&self, s: &str) -> &str {
        s
    }
    fn new(s: &str) -> A {
        A { s }
    }
    fn new2(s: &str) -> A<'static> {
        A { s }
    }
}
fn pick<'x>(a: &'x A, b: &'x A<'x>) -> &'x str {
    if a.s.is_empty() {
        b.s
    } else {
        a.s
    }
}
fn two<'x, 'y>(a: &'x str, b: &'y str) -> &'x str
where
    'y: 'x,
{
    if a.is_empty() {
        b
    } else {
        a
    }
}
fn swap<'x>(a: &mut &'x str, b: &mut &'x str) {
    std::mem::swap(a, b);
}
fn swap2(a: &mut &str, b: &mut &str) {
    std::mem::swap(a, b);
}
fn main() {}
