trait T {
    fn go(&self);
}
impl T for i32 {
    fn go(&self) {}
}
impl<'a> T for &'a str {
    fn go(&self) {}
}
fn keep(v: &mut Vec<Box<dyn T>>, t: Box<dyn T>) {
    v.push(t);
}
fn bad<'a>(v: &mut Vec<Box<dyn T>>, s: &'a str) {
    v.push(Box::new(s));
}
fn ok<'a>(v: &mut Vec<Box<dyn T + 'a>>, s: &'a str) {
    v.push(Box::new(s));
}
fn cast(x: &i32) -> &dyn T {
    x
}
fn cast2<'a>(x: &'a i32) -> Box<&'a dyn T> {
    Box::new(x)
}
fn gen<X: T>(x: X) -> Box<dyn T> {
    Box::new(x)
}
fn gen2<'a, X: T + 'a>(x: X) -> Box<dyn T + 'a> {
    Box::new(x)
}
fn gen3<X: T>(x: &X) -> Box<dyn T + '_> {
    Box::new(1)
}
fn main() {
    let mut v: Vec<Box<dyn T>> = vec![];
    {
        let s = String::from("x");
        v.push(Box::new(s.as_str()));
    }
    for t in &v {
        t.go();
    }
}
