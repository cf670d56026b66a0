trait Named {
    fn name(&self) -> &str;
    fn longer<'a>(&'a self, o: &'a str) -> &'a str {
        if self.name().len() > o.len() {
            self.name()
        } else {
            o
        }
    }
}
struct A(String);
impl Named for A {
    fn name(&self) -> &str {
        &self.0
    }
}
fn pick<'a>(a: &'a dyn Named, b: &'a dyn Named) -> &'a str {
    if a.name() > b.name() {
        a.name()
    } else {
        b.name()
    }
}
fn bad(a: &dyn Named, b: &dyn Named) -> &'static str {
    pick(a, b)
}
fn main() {
    let a = A(String::from("a"));
    let s;
    {
        let b = A(String::from("b"));
        s = pick(&a, &b);
    }
    println!("{}", s);
    println!("{}", a.longer("zz"));
}
